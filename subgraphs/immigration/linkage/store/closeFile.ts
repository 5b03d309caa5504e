import { and, eq, isNull, or, sql } from "drizzle-orm";
import { subjectHolder } from "../../../../schema/subjectHolder.ts";
import { addDays } from "../../../shell/calendar/addDays.ts";
import { endVersions } from "../../../shell/endVersions.ts";
import type { Database } from "../../../shell/openStore.ts";
import { readRows } from "../../../shell/readRows.ts";
import { personFact, relation } from "../../../shell/tables.ts";
import { person } from "../../tables.ts";
import { factTables } from "./factTables.ts";
import { unregisterPerson } from "./unregisterPerson.ts";

/** Takes a person off the file about whom nothing but the person's own row was recorded here; does nothing where there is more. */
export async function closeFile(transaction: Database, personRef: string, date: string): Promise<void> {
  for (const table of factTables.values()) {
    const found = await readRows(transaction, sql`SELECT 1 FROM ${table} WHERE person_ref = ${personRef} LIMIT 1`);
    if (found.length > 0) return;
  }
  const rows = await transaction.delete(person).where(eq(person.personRef, personRef)).returning();
  await endVersions(
    transaction,
    rows.map(({ factId, version }) => `${factId}@${version}`),
    date,
  );
  const own = or(eq(relation.kind, "OWN_FILE"), eq(relation.office, subjectHolder(personRef)));
  const ended = { until: addDays(date, -1) };
  await transaction
    .update(relation)
    .set(ended)
    .where(and(eq(relation.personRef, personRef), own, isNull(relation.until)));
  await transaction
    .update(personFact)
    .set(ended)
    .where(and(eq(personFact.personRef, personRef), isNull(personFact.until)));
  await unregisterPerson(transaction, personRef);
}

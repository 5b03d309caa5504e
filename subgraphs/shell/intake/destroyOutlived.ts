import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../openStore.ts";
import { readRows } from "../readRows.ts";
import { personTicket } from "../tables.ts";
import { destroyFacts } from "./destroyFacts.ts";
import type { Intake } from "./Intake.ts";

/** Most facts of one pass. */
const factsMax = 1_000;

/**
 * Destroys facts of an office that may be kept no longer, with all their versions: those that stand with a person by the term of their
 * row, those that are parked by what the sender said, those under a withdrawn ticket at once. Idempotent.
 *
 * @param date date of the question: what may be kept on it stays
 * @returns how many facts were destroyed; at the most of one pass, there may be more
 */
export async function destroyOutlived(
  transaction: Database,
  intake: Intake,
  { office, date }: { readonly office: string; readonly date: string },
): Promise<number> {
  const { suppliedFact, suppliedVersion } = intake.ledger;
  const held = sql`f.office = ${office} AND f.state = 'HELD'`;
  const parked = sql`SELECT f.fact_id, f.fact_kind FROM ${suppliedFact} AS f
    JOIN ${suppliedVersion} AS v ON v.fact_id = f.fact_id AND v.version = f.version
    WHERE ${held} AND f.ticket_version IS NULL AND v.content ->> 'deleteBy' < ${date}`;
  const withdrawn = sql`SELECT f.fact_id, f.fact_kind FROM ${suppliedFact} AS f JOIN ${personTicket} AS t ON t.ticket = f.ticket
    WHERE ${held} AND t.state = 'WITHDRAWN'`;
  const laid = [...intake.kinds.values()].map(
    ({ table }): SQL => sql`SELECT f.fact_id, f.fact_kind FROM ${suppliedFact} AS f
      JOIN ${table} AS t ON t.fact_id = f.fact_id WHERE ${held} AND t.delete_by < ${date}`,
  );
  const outlived = await readRows<{ readonly factId: string; readonly factKind: string }>(
    transaction,
    sql`SELECT fact_id AS "factId", fact_kind AS "factKind" FROM (${sql.join([parked, withdrawn, ...laid], sql` UNION `)}) AS outlived
      LIMIT ${factsMax}`,
  );
  await destroyFacts(transaction, intake, outlived, date);
  return outlived.length;
}

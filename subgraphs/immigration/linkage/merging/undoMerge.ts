import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../../shell/openStore.ts";
import type { SubgraphContext } from "../../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../../shell/SubgraphError.ts";
import { personMerge } from "../../../shell/tables.ts";
import { person } from "../../tables.ts";
import { act } from "../clearing/act.ts";
import { registerPersons } from "../store/registerPersons.ts";
import { linkageAct, type linkageForm, mergedRow } from "../tables.ts";
import { pointTickets } from "./pointTickets.ts";
import { register } from "./register.ts";

/**
 * Undoes a merge of the asking office: what it moved goes back, as new versions of the facts; what came since stays with who it came to, unless it
 * came in a case or with a ticket that goes back.
 *
 * @throws SubgraphError NOT_FOUND for what is no merge of the office; CONFLICT for one that is undone, or whose person was merged on
 */
export function undoMerge(
  _parent: unknown,
  { input }: { readonly input: { readonly act: string; readonly reason: string } },
  context: SubgraphContext,
) {
  const { grant } = context;
  return act(context, input.reason, async ({ transaction, record }) => {
    const [merge] = await transaction
      .select()
      .from(linkageAct)
      .where(and(eq(linkageAct.id, input.act), eq(linkageAct.act, "MERGED"), eq(linkageAct.office, grant.office)));
    if (merge?.personRef == null || merge.duplicateRef === null) throw new SubgraphError("NOT_FOUND");
    const { id, ticket, personRef, duplicateRef } = merge;
    await endMerge(transaction, id, personRef, grant.date);
    const moved = await transaction.select().from(mergedRow).where(eq(mergedRow.act, id));
    const pair = { from: personRef, to: duplicateRef };
    for (const { source, content } of moved) {
      if (source === "person") await returnPerson(transaction, content as Taken, personRef);
    }
    await pointTickets(
      transaction,
      pair,
      moved.filter(({ source }) => source === "person_ticket").map(({ key }) => key),
    );
    return record({ act: "MERGE_UNDONE", ticket, personRef, duplicateRef, undoes: id });
  });
}

async function endMerge(transaction: Database, id: string, personRef: string, date: string): Promise<void> {
  const ended = await transaction
    .update(personMerge)
    .set({ undoneAt: sql`clock_timestamp()`, undoneOn: date })
    .where(and(eq(personMerge.id, id), isNull(personMerge.undoneAt)))
    .returning({ id: personMerge.id });
  const stays = await transaction.$count(person, eq(person.personRef, personRef));
  if (ended.length === 0 || stays === 0) {
    throw new SubgraphError("CONFLICT", "The merge is undone, or a later one stands on it. Undo that first.");
  }
}

interface Taken {
  readonly row: typeof person.$inferSelect;
  readonly forms: readonly (typeof linkageForm.$inferSelect)[];
}

async function returnPerson(transaction: Database, { row, forms }: Taken, personRef: string): Promise<void> {
  const namesOf = (ref: string) => forms.find((form) => form.personRef === ref)?.formerNames ?? [];
  await transaction.insert(person).values({ ...row, version: row.version + 1, lastChangedAt: sql`clock_timestamp()` });
  const dateOfBirth = row.dateOfBirth ?? row.dateOfBirthPart;
  await registerPersons(transaction, [{ ...row, dateOfBirth, formerNames: namesOf(row.personRef) }]);
  await register(transaction, personRef, namesOf(personRef));
}

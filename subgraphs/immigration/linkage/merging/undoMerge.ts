import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../../shell/openStore.ts";
import type { SubgraphContext } from "../../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../../shell/SubgraphError.ts";
import { personFact, personMerge, relation } from "../../../shell/tables.ts";
import { person } from "../../tables.ts";
import { act } from "../clearing/act.ts";
import { registerPersons } from "../store/registerPersons.ts";
import { linkageAct, type linkageForm, mergedRow } from "../tables.ts";
import { moveFacts } from "./moveFacts.ts";
import { pointTickets } from "./pointTickets.ts";
import { register } from "./register.ts";

type Moved = typeof mergedRow.$inferSelect;

/**
 * Undoes a merge of the asking office: what it moved goes back, as new versions of the facts; what came since stays with who it came to, unless it
 * came with a ticket that goes back.
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
    await endMerge(transaction, id, personRef);
    const moved = await transaction.select().from(mergedRow).where(eq(mergedRow.act, id));
    const pair = { from: personRef, to: duplicateRef };
    await putBack(transaction, moved, personRef);
    await moveFacts(
      transaction,
      pair,
      moved.filter(({ content }) => content === null),
      grant.date,
    );
    await pointTickets(
      transaction,
      pair,
      moved.filter(({ source }) => source === "person_ticket").map(({ key }) => key),
    );
    return record({ act: "MERGE_UNDONE", ticket, personRef, duplicateRef, undoes: id });
  });
}

async function endMerge(transaction: Database, id: string, personRef: string): Promise<void> {
  const ended = await transaction
    .update(personMerge)
    .set({ undoneAt: sql`clock_timestamp()` })
    .where(and(eq(personMerge.id, id), isNull(personMerge.undoneAt)))
    .returning({ id: personMerge.id });
  const stays = await transaction.$count(person, eq(person.personRef, personRef));
  if (ended.length === 0 || stays === 0) {
    throw new SubgraphError("CONFLICT", "The merge is undone, or a later one stands on it. Undo that first.");
  }
}

async function putBack(transaction: Database, moved: readonly Moved[], personRef: string): Promise<void> {
  for (const { source, content } of moved) {
    if (source === "relation") await returnRelation(transaction, content as Came<typeof relation>, personRef);
    if (source === "person_fact") await returnFact(transaction, content as Came<typeof personFact>, personRef);
    if (source === "person") await returnPerson(transaction, content as Taken, personRef);
  }
}

/** A row that went over, and whether it came: who stays may have had the same, and keeps it. */
interface Came<T extends typeof relation | typeof personFact> {
  readonly row: T["$inferSelect"];
  readonly came: boolean;
}

async function returnRelation(transaction: Database, { row, came }: Came<typeof relation>, personRef: string) {
  const { office, kind, caseRef, since } = row;
  const same = [
    eq(relation.office, office),
    eq(relation.kind, kind),
    eq(relation.caseRef, caseRef),
    eq(relation.since, since),
  ];
  if (came) await transaction.delete(relation).where(and(eq(relation.personRef, personRef), ...same));
  await transaction.insert(relation).values(row).onConflictDoNothing();
}

async function returnFact(transaction: Database, { row, came }: Came<typeof personFact>, personRef: string) {
  const same = [eq(personFact.kind, row.kind), eq(personFact.since, row.since)];
  if (came) await transaction.delete(personFact).where(and(eq(personFact.personRef, personRef), ...same));
  await transaction.insert(personFact).values(row).onConflictDoNothing();
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

import { eq, inArray, sql } from "drizzle-orm";
import { endVersions } from "../../../shell/endVersions.ts";
import { insertRows } from "../../../shell/insertRows.ts";
import type { Database } from "../../../shell/openStore.ts";
import type { SubgraphContext } from "../../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../../shell/SubgraphError.ts";
import { personFact, personMerge, relation } from "../../../shell/tables.ts";
import { person } from "../../tables.ts";
import { act } from "../clearing/act.ts";
import { openQuestion } from "../clearing/openQuestion.ts";
import { refreshQuestion } from "../clearing/refreshQuestion.ts";
import { unregisterPerson } from "../store/unregisterPerson.ts";
import { linkageForm, mergedRow } from "../tables.ts";
import { moveFacts } from "./moveFacts.ts";
import { ownRelations } from "./ownRelations.ts";
import { pointTickets } from "./pointTickets.ts";
import { register } from "./register.ts";

interface MergePersonsInput {
  readonly ticket: string;
  readonly personRef: string;
  readonly duplicateRef: string;
  readonly reason: string;
}

/**
 * Merges two candidates of one question. Facts, relations and facts that prohibitions name go over to who stays, tickets are pointed to them, and the
 * duplicate's own row is taken out; each of it is written down, so that undoing moves that back and nothing else. A large transfer block goes
 * over as well: it never falls away by a merge.
 *
 * @throws SubgraphError NOT_FOUND for a ticket that the office is not asked about and for who is no candidate; INVALID_INPUT for one person
 *   given twice
 */
export function mergePersons(
  _parent: unknown,
  { input }: { readonly input: MergePersonsInput },
  context: SubgraphContext,
) {
  const { grant } = context;
  const { ticket, personRef, duplicateRef } = input;
  return act(context, input.reason, async ({ transaction, record }) => {
    const { candidates } = await openQuestion(transaction, grant, ticket);
    if (!candidates.has(personRef) || !candidates.has(duplicateRef)) throw new SubgraphError("NOT_FOUND");
    if (personRef === duplicateRef) {
      throw new SubgraphError("INVALID_INPUT", "Name two persons.", "input.duplicateRef");
    }
    const id = await record({ act: "MERGED", ticket, personRef, duplicateRef });
    const pair = { from: duplicateRef, to: personRef };
    await transaction
      .insert(personMerge)
      .values({ id, fromRef: duplicateRef, intoRef: personRef, mergedAt: sql`clock_timestamp()` });
    const rows = [
      ...(await moveFacts(transaction, pair, null, grant.date)).map((each) => ({ ...each, content: null })),
      ...(await pointTickets(transaction, pair, null)).map((key) => ({ source: "person_ticket", key, content: null })),
      ...(await moveRelations(transaction, pair)),
      ...(await movePersonFacts(transaction, pair)),
      await takeOut(transaction, pair, grant.date),
    ];
    await insertRows(
      transaction,
      mergedRow,
      rows.map((row) => ({ ...row, act: id })),
    );
    await refreshQuestion(transaction, ticket, grant);
    return id;
  });
}

type Pair = { readonly from: string; readonly to: string };
type Moved = Omit<typeof mergedRow.$inferInsert, "act">;

async function moveRelations(transaction: Database, { from, to }: Pair): Promise<readonly Moved[]> {
  const rows = await transaction.delete(relation).where(ownRelations(from)).returning();
  const moved: Moved[] = [];
  for (const row of rows) {
    // The person has one relation to the own data, under the reference that stays.
    const made = row.kind === "SELF" ? [] : [{ ...row, personRef: to }];
    const came = await insertNew(transaction, relation, made);
    moved.push({ source: "relation", key: JSON.stringify(row), content: { row, came } });
  }
  return moved;
}

async function movePersonFacts(transaction: Database, { from, to }: Pair): Promise<readonly Moved[]> {
  const rows = await transaction.delete(personFact).where(eq(personFact.personRef, from)).returning();
  const moved: Moved[] = [];
  for (const row of rows) {
    const came = await insertNew(transaction, personFact, [{ ...row, personRef: to }]);
    moved.push({ source: "person_fact", key: JSON.stringify(row), content: { row, came } });
  }
  return moved;
}

/** @returns whether a row came: not where the same was there already */
async function insertNew<T extends typeof relation | typeof personFact>(
  transaction: Database,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<boolean> {
  if (rows.length === 0) return false;
  const inserted = await transaction
    .insert(table)
    .values([...rows] as never)
    .onConflictDoNothing()
    .returning();
  return inserted.length > 0;
}

/** The duplicate's own row is kept as it was; its names are names of who stays. */
async function takeOut(transaction: Database, { from, to }: Pair, date: string): Promise<Moved> {
  const forms = await transaction
    .select()
    .from(linkageForm)
    .where(inArray(linkageForm.personRef, [from, to]));
  const [row] = await transaction.delete(person).where(eq(person.personRef, from)).returning();
  if (row === undefined) throw new SubgraphError("NOT_FOUND");
  await unregisterPerson(transaction, from);
  await endVersions(transaction, [`${row.factId}@${row.version}`], date);
  const known = forms.flatMap(({ formerNames }) => formerNames);
  const names = [row.familyName, row.birthName, ...known].filter((name) => name !== null);
  await register(transaction, to, [...new Set(names)]);
  return { source: "person", key: row.factId, content: { row, forms } };
}

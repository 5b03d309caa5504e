import { eq, inArray, sql } from "drizzle-orm";
import { endVersions } from "../../../shell/endVersions.ts";
import type { GrantView } from "../../../shell/grantView.ts";
import { insertRows } from "../../../shell/insertRows.ts";
import type { Database } from "../../../shell/openStore.ts";
import type { SubgraphContext } from "../../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../../shell/SubgraphError.ts";
import { personMerge } from "../../../shell/tables.ts";
import { person } from "../../tables.ts";
import { act } from "../clearing/act.ts";
import { openQuestion } from "../clearing/openQuestion.ts";
import { refreshQuestion } from "../clearing/refreshQuestion.ts";
import { unregisterPerson } from "../store/unregisterPerson.ts";
import { clearingCandidate, linkageForm, mergedRow } from "../tables.ts";
import { pointTickets } from "./pointTickets.ts";
import { register } from "./register.ts";

interface MergePersonsInput {
  readonly ticket: string;
  readonly personRef: string;
  readonly duplicateRef: string;
  readonly reason: string;
}

/**
 * Merges two candidates of one question. What all subgraphs hold about the duplicate goes over to who stays (`mergeFunctions`), tickets are pointed to
 * them, and the duplicate's own row is taken out; each of it is written down, so that undoing moves that back and nothing else. A large transfer
 * block goes over as well: it never falls away by a merge.
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
    await transaction.insert(personMerge).values({
      id,
      fromRef: duplicateRef,
      intoRef: personRef,
      mergedAt: sql`clock_timestamp()`,
      mergedOn: grant.date,
    });
    const rows: readonly Kept[] = [
      ...(await pointTickets(transaction, pair, null)).map((key) => ({ source: "person_ticket" as const, key })),
      await takeOut(transaction, pair, grant.date),
    ];
    await insertRows(
      transaction,
      mergedRow,
      rows.map((row) => ({ ...row, act: id })),
    );
    await refreshQuestions(transaction, duplicateRef, grant);
    return id;
  });
}

type Pair = { readonly from: string; readonly to: string };
type Kept = Omit<typeof mergedRow.$inferInsert, "act">;

/** Whoever is asked whether somebody is the duplicate is asked about who stays. */
async function refreshQuestions(transaction: Database, duplicateRef: string, grant: GrantView): Promise<void> {
  const open = await transaction
    .select({ ticket: clearingCandidate.ticket })
    .from(clearingCandidate)
    .where(eq(clearingCandidate.personRef, duplicateRef));
  for (const { ticket } of open) await refreshQuestion(transaction, ticket, grant);
}

/** The duplicate's own row is kept as it was; its names are names of who stays. */
async function takeOut(transaction: Database, { from, to }: Pair, date: string): Promise<Kept> {
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

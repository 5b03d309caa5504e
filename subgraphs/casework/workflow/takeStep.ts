import { eq, type SQL, sql } from "drizzle-orm";
import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import type { CaseRow } from "../loadCase.ts";
import { actingPerson } from "../mutations/actingPerson.ts";
import type { CasePayload } from "../mutations/CasePayload.ts";
import { policeLabel } from "../policeLabel.ts";
import { caseRecord } from "../tables.ts";
import { appendEvent } from "./appendEvent.ts";
import { caseMachine } from "./caseMachine.ts";
import { lockCase } from "./lockCase.ts";
import type { Transition } from "./Transition.ts";

/** A step of the machine that a case takes which exists. */
type StepName = Exclude<keyof typeof caseMachine, "propose">;

/** Which step, in which case. */
interface Step {
  readonly name: StepName;
  readonly caseRef: string;
  /** Further condition without which the case is as absent for the requester. */
  readonly condition?: SQL;
}

/** What a step writes beside the state and the history, in their transaction. */
type WriteRest = (transaction: Database, found: CaseRow, position: number) => Promise<void>;

/**
 * Takes a step of the machine in one transaction: locks the case as the grant lets it be written, holds its state against the
 * machine, appends to the history, changes the state, and writes the rest. Of two at once one waits, and then finds the state that
 * the other made.
 *
 * @param writeRest gets the case as it was before, and its place in the history
 * @throws SubgraphError NOT_FOUND, CONFLICT, and what `writeRest` throws: then nothing is written
 */
export async function takeStep(
  { database, grant }: SubgraphContext,
  { name, caseRef, condition }: Step,
  writeRest: WriteRest,
): Promise<CasePayload> {
  const { from, to, may: category, event }: Transition = caseMachine[name];
  actingPerson(grant);
  await database.transaction(async (transaction) => {
    const found = await lockCase(transaction, grant, { caseRef, category, states: from ?? [], condition });
    const position = await appendEvent(transaction, grant, found, event);
    if (to !== null) await enterState(transaction, grant, caseRef, to);
    await writeRest(transaction, found, position);
  });
  return { case: { caseRef } };
}

/** The provenance is that of the change from now on. */
async function enterState(
  transaction: Database,
  { office, date }: GrantView,
  caseRef: string,
  state: NonNullable<Transition["to"]>,
): Promise<void> {
  const isOver = state === "REJECTED" || state === "CLOSED";
  await transaction
    .update(caseRecord)
    .set({
      state,
      closedOn: isOver ? date : null,
      version: sql`${caseRecord.version} + 1`,
      sourceOffice: office,
      eventDate: date,
      lastChangedAt: sql`now()`,
      label: policeLabel(office),
    })
    .where(eq(caseRecord.caseRef, caseRef));
}

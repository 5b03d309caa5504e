import { eq, type SQL, sql } from "drizzle-orm";
import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import type { ClosingOutcome } from "../codes.ts";
import type { CaseRow } from "../loadCase.ts";
import { actingPerson } from "../mutations/actingPerson.ts";
import type { CasePayload } from "../mutations/CasePayload.ts";
import { readText, reasonLimits } from "../mutations/readText.ts";
import { policeLabel } from "../policeLabel.ts";
import { caseRecord } from "../tables.ts";
import { addWorkingTime } from "../workingTime/addWorkingTime.ts";
import { readWorkingMinutes } from "../workingTime/readWorkingMinutes.ts";
import { appendEvent } from "./appendEvent.ts";
import { caseMachine } from "./caseMachine.ts";
import { lockCase, requireState } from "./lockCase.ts";
import type { Transition } from "./Transition.ts";
import { tellStep } from "./tellStep.ts";

type Steps = typeof caseMachine;
type StepOf<Mutation> = { [Name in keyof Steps]: Steps[Name]["mutation"] extends Mutation ? Name : never }[keyof Steps];

/** What somebody wants to do, and in which case. */
interface Wanted<Mutation> {
  /** Mutation whose step is taken. */
  readonly mutation: Mutation;
  readonly caseRef: string;
  /** Reason as it came, for a mutation that needs one. */
  readonly reason?: string;
  /** Minutes that the step took, as they came. */
  readonly workingMinutes?: number | null | undefined;
  /** Further condition without which the case is as absent for the requester. */
  readonly condition?: SQL;
  /** In what the case ends, for the step that closes it. */
  readonly closingOutcome?: ClosingOutcome;
  /** Which of several steps of the mutation it is, on the case as it stands. */
  readonly choose?: (found: CaseRow, transaction: Database) => StepOf<Mutation> | Promise<StepOf<Mutation>>;
}

/** A step that is being taken, for what it writes beside the state and the history, in their transaction. */
export interface TakenStep<Mutation> {
  readonly transaction: Database;
  readonly step: StepOf<Mutation>;
  /** The case as it was before. */
  readonly found: CaseRow;
  /** Its place in the history. */
  readonly position: number;
  /** The reason as it was read; empty where none is needed. */
  readonly reason: string;
}

/**
 * Takes a step of the machine in one transaction: locks the case as the grant lets it be written, holds its state against the
 * machine, appends to the history, changes the state, writes the rest, and what of it is news to other offices. Of two at once one waits, and then finds the state that
 * the other made.
 *
 * @throws SubgraphError INVALID_INPUT for the reason and the minutes; NOT_FOUND, CONFLICT, and what `writeRest` throws: then nothing is written
 */
export async function takeStep<Mutation extends Steps[keyof Steps]["mutation"]>(
  { database, grant }: SubgraphContext,
  wanted: Wanted<Mutation>,
  writeRest: (taken: TakenStep<Mutation>) => Promise<void>,
): Promise<CasePayload> {
  const { mutation, caseRef, condition, choose } = wanted;
  const steps = Object.entries<Transition>(caseMachine).filter(([, each]) => each.mutation === mutation);
  const [[only, { may: category, needs }]] = steps as unknown as readonly [readonly [StepOf<Mutation>, Transition]];
  const reason = needs.includes("REASON") ? readText(wanted.reason ?? "", "input.reason", reasonLimits) : "";
  const workingMinutes = readWorkingMinutes(wanted.workingMinutes, grant);
  actingPerson(grant);
  await database.transaction(async (transaction) => {
    const states = [...new Set(steps.flatMap(([, { from }]) => from ?? []))];
    const found = await lockCase(transaction, grant, { caseRef, category, states, condition });
    const step = (await choose?.(found, transaction)) ?? only;
    const { from, to, event, writes }: Transition = caseMachine[step];
    requireState(found, from ?? []);
    // A decision keeps its reasons itself.
    const kept = reason === "" || writes.includes("admission_decision") ? null : reason;
    const position = await appendEvent(transaction, grant, found, event, kept);
    if (to !== null) await enterState(transaction, grant, caseRef, to, wanted.closingOutcome ?? null);
    await addWorkingTime(transaction, grant, mutation, workingMinutes);
    await writeRest({ transaction, step, found, position, reason });
    await tellStep(transaction, grant, caseMachine[step], { ...found, position });
  });
  return { case: { caseRef } };
}

/** The provenance is that of the change from now on. */
async function enterState(
  transaction: Database,
  { office, date }: GrantView,
  caseRef: string,
  state: NonNullable<Transition["to"]>,
  closingOutcome: ClosingOutcome | null,
): Promise<void> {
  const isOver = state === "REJECTED" || state === "CLOSED";
  await transaction
    .update(caseRecord)
    .set({
      state,
      closedOn: isOver ? date : null,
      closingOutcome,
      version: sql`${caseRecord.version} + 1`,
      sourceOffice: office,
      eventDate: date,
      lastChangedAt: sql`now()`,
      label: policeLabel(office),
    })
    .where(eq(caseRecord.caseRef, caseRef));
}

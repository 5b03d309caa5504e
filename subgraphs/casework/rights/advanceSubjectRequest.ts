import { count, eq, sql } from "drizzle-orm";
import type { OfficeKind } from "../../../schema/offices.ts";
import { addMonths } from "../../shell/calendar/addMonths.ts";
import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import type { SubjectRequestStep } from "../codes.ts";
import { actingPerson } from "../mutations/actingPerson.ts";
import { readOffice } from "../mutations/readOffice.ts";
import { readText, reasonLimits } from "../mutations/readText.ts";
import { subjectRequest, subjectRequestEvent } from "../tables.ts";
import { lockRequest, type RequestRow } from "./lockRequest.ts";
import { requestFact } from "./requestFact.ts";
import { type RequestMove, requestMove } from "./requestMove.ts";
import type { SubjectRequestPayload } from "./SubjectRequestPayload.ts";
import { statedFile } from "./statedFile.ts";

interface AdvanceSubjectRequestInput {
  readonly id: string;
  readonly step: SubjectRequestStep;
  readonly note: string;
  readonly forwardTo?: string | null;
}

/** Kinds of office that own data of a person. */
const owners: readonly OfficeKind[] = ["ABH", "RRK", "ZAB", "LKA", "POLICE", "PROSECUTION", "PRISON", "BAMF"];

/** A request that has ended is kept as long as a claim could rest on it (§ 195 BGB: three years). */
const monthsKept = 36;

/**
 * Takes a step of the machine with a request of the person concerned, in one transaction with its entry in the history.
 *
 * @throws SubgraphError INVALID_INPUT for the note or the office; NOT_FOUND; CONFLICT in a state that does not allow the step, and where
 * the drafter would check or sign the own draft
 */
export async function advanceSubjectRequest(
  _parent: unknown,
  { input }: { readonly input: AdvanceSubjectRequestInput },
  { database, grant }: SubgraphContext,
): Promise<SubjectRequestPayload> {
  const by = actingPerson(grant);
  const note = readText(input.note, "input.note", reasonLimits);
  const forwardedTo = readForwardTo(input);
  const { personRef } = await database.transaction(async (transaction) => {
    const found = await lockRequest(transaction, grant, input.id);
    const move = requestMove(found, input.step, by);
    await appendStep(transaction, grant, found, { step: input.step, by, note });
    await enterState(transaction, grant, found, { ...move, ...(forwardedTo === null ? {} : { forwardedTo }) });
    return found;
  });
  return { person: { personRef } };
}

function readForwardTo({ step, forwardTo }: AdvanceSubjectRequestInput): string | null {
  return step === "FORWARD" ? readOffice(forwardTo ?? "", "input.forwardTo", owners) : null;
}

async function appendStep(
  transaction: Database,
  grant: GrantView,
  { factId: request, personRef }: RequestRow,
  taken: { readonly step: SubjectRequestStep; readonly by: string; readonly note: string },
): Promise<void> {
  const [before] = await transaction
    .select({ steps: count() })
    .from(subjectRequestEvent)
    .where(eq(subjectRequestEvent.request, request));
  const origin = { personRef, office: grant.office, fileRef: statedFile(grant), on: grant.date, at: sql`now()` };
  await transaction
    .insert(subjectRequestEvent)
    .values({ ...requestFact("RE", origin), ...taken, request, number: (before?.steps ?? 0) + 1 });
}

async function enterState(
  transaction: Database,
  { date }: GrantView,
  { factId }: RequestRow,
  change: RequestMove & { readonly forwardedTo?: string },
): Promise<void> {
  const isOver = ["SENT", "DONE", "REFUSED"].includes(change.state);
  const deleteBy = isOver ? addMonths(date, monthsKept) : null;
  await transaction
    .update(subjectRequest)
    .set({ ...change, version: sql`${subjectRequest.version} + 1`, lastChangedAt: sql`now()`, deleteBy })
    .where(eq(subjectRequest.factId, factId));
  if (isOver)
    await transaction.update(subjectRequestEvent).set({ deleteBy }).where(eq(subjectRequestEvent.request, factId));
}

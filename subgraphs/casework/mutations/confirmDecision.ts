import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../../shell/openStore.ts";
import { notePart } from "../../shell/rating/notePart.ts";
import { refuseBlindRater } from "../../shell/rating/refuseBlindRater.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import type { CaseReference } from "../loadCase.ts";
import { admissionDecision } from "../tables.ts";
import { endRejected } from "../workflow/endRejected.ts";
import { relateZab } from "../workflow/relateZab.ts";
import { takeStep } from "../workflow/takeStep.ts";
import { actingPerson } from "./actingPerson.ts";
import type { CasePayload } from "./CasePayload.ts";

interface ConfirmDecisionInput {
  readonly caseRef: string;
  readonly agrees: boolean;
  readonly reason: string;
  readonly workingMinutes?: number | null;
}

/**
 * Records what a second person says of a decision that awaits it. The decision takes effect, or the case is as before it.
 *
 * @throws SubgraphError INVALID_INPUT, NOT_FOUND; CONFLICT for the person who made the decision as well
 */
export async function confirmDecision(
  _parent: unknown,
  { input }: { readonly input: ConfirmDecisionInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { grant } = context;
  const { caseRef, agrees } = input;
  const confirmedBy = actingPerson(grant);
  const choose = async (found: CaseReference, transaction: Database) => {
    const [awaited] = await transaction.select().from(admissionDecision).where(isAwaited(found));
    if (awaited === undefined) return "returnDecision";
    if (awaited.decidedBy === confirmedBy) {
      throw new SubgraphError("CONFLICT", "Another person confirms a decision than the one who made it.");
    }
    if (!agrees) return "returnDecision";
    return awaited.outcome === "ADMIT" ? "confirmAdmission" : "confirmRejection";
  };
  const wanted = {
    mutation: "confirmDecision",
    caseRef,
    reason: input.reason,
    workingMinutes: input.workingMinutes,
    choose,
  } as const;
  return takeStep(context, wanted, async ({ transaction, step, found, reason }) => {
    await refuseBlindRater(transaction, caseRef, confirmedBy);
    await notePart(transaction, { caseRef, person: confirmedBy, part: "DECIDED" });
    await transaction
      .update(admissionDecision)
      .set({
        confirmation: agrees ? "CONFIRMED" : "RETURNED",
        confirmedBy,
        confirmationReason: reason,
        version: sql`${admissionDecision.version} + 1`,
        lastChangedAt: sql`now()`,
      })
      .where(isAwaited(found));
    if (step === "confirmAdmission") await relateZab(transaction, grant, found);
    if (step === "confirmRejection") await endRejected(transaction, grant, found);
  });
}

function isAwaited({ caseRef }: CaseReference) {
  return and(eq(admissionDecision.caseRef, caseRef), eq(admissionDecision.confirmation, "AWAITED"));
}

import { sql } from "drizzle-orm";
import { permits } from "../../shell/grantView.ts";
import { notePart } from "../../shell/rating/notePart.ts";
import { refuseBlindRater } from "../../shell/rating/refuseBlindRater.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { caseFact } from "../caseFact.ts";
import type { CaseRow } from "../loadCase.ts";
import { admissionDecision } from "../tables.ts";
import { endRejected } from "../workflow/endRejected.ts";
import { needsSecondPerson } from "../workflow/needsSecondPerson.ts";
import { relateZab } from "../workflow/relateZab.ts";
import { takeStep } from "../workflow/takeStep.ts";
import { actingPerson } from "./actingPerson.ts";
import type { CasePayload } from "./CasePayload.ts";
import { readText, referenceLimits } from "./readText.ts";
import { requireSeen } from "./requireSeen.ts";

interface DecideAdmissionInput {
  readonly caseRef: string;
  readonly outcome: "ADMIT" | "REJECT";
  readonly reason: string;
  readonly seenAssessment?: string | null;
  readonly followsBand?: boolean | null;
  readonly workingMinutes?: number | null;
}

/**
 * Records a person's decision on admission. The decision is the person's: what an assessment said is noted as seen, never read. Only one
 * that was recorded for this case and that the person has opened counts as seen.
 *
 * @throws SubgraphError INVALID_INPUT, NOT_FOUND, CONFLICT
 */
export async function decideAdmission(
  _parent: unknown,
  { input }: { readonly input: DecideAdmissionInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { grant } = context;
  const { caseRef, outcome } = input;
  const seen = readSeenAssessment(input);
  const maySee = permits(grant.reading("ASSESSMENT_BAND"), await context.caseFacts(caseRef));
  const choose = ({ ground }: CaseRow) => (needsSecondPerson(ground) ? "submit" : effectOf[outcome].step);
  const wanted = {
    mutation: "decideAdmission",
    caseRef,
    reason: input.reason,
    workingMinutes: input.workingMinutes,
    choose,
  } as const;
  return takeStep(context, wanted, async ({ transaction, step, found, position, reason }) => {
    const { personRef } = found;
    const decidedBy = actingPerson(grant);
    await refuseBlindRater(transaction, caseRef, decidedBy);
    const { seenAssessment: factId } = seen;
    if (factId !== null) await requireSeen(transaction, { caseRef, factId, person: decidedBy, maySee });
    const isSubmitted = step === "submit";
    await transaction.insert(admissionDecision).values({
      ...caseFact("decision", { caseRef, personRef, office: grant.office, on: grant.date, at: sql`now()` }),
      position,
      outcome,
      reason,
      decidedBy,
      ...seen,
      confirmation: isSubmitted ? "AWAITED" : "NOT_REQUIRED",
    });
    await notePart(transaction, { caseRef, person: decidedBy, part: "DECIDED" });
    if (!isSubmitted) await effectOf[outcome].takeEffect(transaction, grant, found);
  });
}

const effectOf = {
  ADMIT: { step: "admit", takeEffect: relateZab },
  REJECT: { step: "reject", takeEffect: endRejected },
} as const;

function readSeenAssessment({ seenAssessment, followsBand }: DecideAdmissionInput) {
  const seen = seenAssessment ?? null;
  const follows = followsBand ?? null;
  if ((seen === null) !== (follows === null)) {
    const detail = "State followsBand if, and only if, seenAssessment names an assessment.";
    throw new SubgraphError("INVALID_INPUT", detail, "input.followsBand");
  }
  return {
    seenAssessment: seen === null ? null : readText(seen, "input.seenAssessment", referenceLimits),
    followsBand: follows,
  };
}

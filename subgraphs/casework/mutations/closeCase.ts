import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import type { ClosingOutcome } from "../codes.ts";
import { endTies } from "../workflow/endTies.ts";
import { takeStep } from "../workflow/takeStep.ts";
import type { CasePayload } from "./CasePayload.ts";

interface CloseCaseInput {
  readonly caseRef: string;
  readonly outcome: ClosingOutcome;
  readonly reason: string;
  readonly workingMinutes?: number | null;
}

/**
 * Closes a case with its outcome; the relations of offices end some time after.
 *
 * @throws SubgraphError INVALID_INPUT, NOT_FOUND, CONFLICT
 */
export async function closeCase(
  _parent: unknown,
  { input }: { readonly input: CloseCaseInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { caseRef, outcome, reason } = input;
  const wanted = {
    mutation: "closeCase",
    caseRef,
    reason,
    workingMinutes: input.workingMinutes,
    closingOutcome: outcome,
  } as const;
  return takeStep(context, wanted, ({ transaction, found }) => endTies(transaction, context.grant, found));
}

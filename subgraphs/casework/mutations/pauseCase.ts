import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { takeStep } from "../workflow/takeStep.ts";
import type { CasePayload } from "./CasePayload.ts";

interface CaseReasonInput {
  readonly caseRef: string;
  readonly reason: string;
  readonly workingMinutes?: number | null;
}

/**
 * Suspends work on a case, or takes it up again: the state and the history are all that changes.
 *
 * @throws SubgraphError INVALID_INPUT, NOT_FOUND, CONFLICT
 */
export function pauseCase(mutation: "suspendCase" | "resumeCase") {
  return (
    _parent: unknown,
    { input }: { readonly input: CaseReasonInput },
    context: SubgraphContext,
  ): Promise<CasePayload> => takeStep(context, { mutation, ...input }, async () => undefined);
}

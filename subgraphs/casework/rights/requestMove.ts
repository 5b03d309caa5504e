import { SubgraphError } from "../../shell/SubgraphError.ts";
import type { SubjectRequestState, SubjectRequestStep } from "../codes.ts";
import type { RequestRow } from "./lockRequest.ts";
import { requestMachine } from "./requestMachine.ts";

/** What a step changes in a request. */
export interface RequestMove {
  readonly state: SubjectRequestState;
  readonly draftedBy?: string | null;
  readonly checkedBy?: string | null;
  readonly signedBy?: string | null;
}

type Standing = Pick<RequestRow, "requestKind" | "state" | "draftedBy">;

/**
 * What the step makes of a request as it stands. Deferral is checked, and the answer signed, by another person than the one who drafted it.
 *
 * @throws SubgraphError CONFLICT in a state that does not allow the step, for a step that requests of the kind do not have, and for the drafter
 */
export function requestMove(
  { requestKind, state, draftedBy }: Standing,
  step: SubjectRequestStep,
  by: string,
): RequestMove {
  const taken = requestMachine[requestKind][step];
  if (taken === undefined) throw new SubgraphError("CONFLICT", "The record is not in a state that allows this.");
  const { from, to, keptAs } = taken;
  if (!from.includes(state)) {
    throw new SubgraphError("CONFLICT", `This is possible in the state ${from.join(" or ")} alone.`);
  }
  if ((keptAs === "checkedBy" || keptAs === "signedBy") && draftedBy === by) {
    throw new SubgraphError(
      "CONFLICT",
      "Another person checks deferral and signs than the one who drafted the answer.",
    );
  }
  // A draft that is made anew has neither drafter nor check.
  if (step === "RETURN") return { state: to, draftedBy: null, checkedBy: null };
  return keptAs === null ? { state: to } : { state: to, [keptAs]: by };
}

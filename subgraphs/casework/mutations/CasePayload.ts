import type { CaseReference } from "../loadCase.ts";

/** What every mutation of this subgraph answers with. */
export interface CasePayload {
  readonly case: CaseReference;
}

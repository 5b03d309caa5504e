import type { SubjectRequestState } from "../codes.ts";

/** A step that a request of the person concerned can take. */
export interface RequestStep {
  /** States in which it can be taken; in every other it is a conflict. */
  readonly from: readonly SubjectRequestState[];
  /** State afterwards. */
  readonly to: SubjectRequestState;
  /** Column that keeps who took it, for a step that not everybody may take; null: nobody asks later. */
  readonly keptAs: "draftedBy" | "checkedBy" | "signedBy" | null;
}

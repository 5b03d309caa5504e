import type { CaseEventKind, CaseState } from "../codes.ts";
import type { officeTies } from "../officeTies.ts";
import type { caseworkTables } from "../tables.ts";
import type { Need } from "./needs.ts";

/** A step that a case can take. */
export interface Transition {
  /** Mutation that takes it. */
  readonly mutation: string;
  /** States in which it can be taken; in every other it is a conflict. Null: there is no case before it. */
  readonly from: readonly CaseState[] | null;
  /** State afterwards; null: as before. */
  readonly to: CaseState | null;
  /** Who may: whoever a rule of the policy (`gateway/policy/rules`) lets write this data category in the case. */
  readonly may: string;
  /** What must be present. */
  readonly needs: readonly Need[];
  /** What the history says of it. */
  readonly event: CaseEventKind;
  /** Tables of this subgraph that it writes; what it may write besides is named by the mutation's own file and nowhere else. */
  readonly writes: readonly (keyof typeof caseworkTables)[];
  /** Whom it is news to: the offices that stand in these relations to the case once it is taken. */
  readonly tells: readonly (typeof officeTies)[number][];
}

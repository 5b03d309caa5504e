import { ofLatestDay } from "./ofLatestDay.ts";
import type { Reduction } from "./Reduction.ts";

/** Removal threat (§ 59 AufenthG). */
export const removalThreat: Reduction = ({ removalThreats }) =>
  ofLatestDay(removalThreats, ({ enforceable }) => (enforceable ? "ENFORCEABLE" : "NOT_ENFORCEABLE"), "NONE");

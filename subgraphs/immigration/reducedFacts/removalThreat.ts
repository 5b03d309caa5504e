import { isListed } from "./isListed.ts";
import { ofLatestDay } from "./ofLatestDay.ts";
import type { Reduction } from "./Reduction.ts";
import { unreadable } from "./unreadable.ts";

/** Removal threat (§ 59 AufenthG). */
export const removalThreat: Reduction = ({ removalThreats }) =>
  ofLatestDay(
    removalThreats,
    ({ code, enforceable }) => {
      if (!isListed("abschiebung", code)) return unreadable;
      return enforceable ? "ENFORCEABLE" : "NOT_ENFORCEABLE";
    },
    "NONE",
  );

import { codeClasses } from "./codeClasses.ts";
import { isListed } from "./isListed.ts";
import { ofLatestDay } from "./ofLatestDay.ts";
import type { Reduction } from "./Reduction.ts";
import { unreadable } from "./unreadable.ts";

/** Removal bar that is in force (§ 60 (5), (7) AufenthG). */
export const removalBar: Reduction = ({ removalBars }) =>
  ofLatestDay(
    removalBars,
    ({ code }) => {
      if (!isListed("abschiebungsverbot", code)) return unreadable;
      return codeClasses.removalBarInForce.has(code) ? "EXISTS" : "NONE";
    },
    "NONE",
  );

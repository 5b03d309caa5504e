import { ofLatestDay } from "./ofLatestDay.ts";
import type { Reduction } from "./Reduction.ts";

/** Enforceability and finality of the obligation to leave (§§ 50, 58 AufenthG). Without an entry it is unknown. */
export const enforceability: Reduction = ({ obligationsToLeave }) =>
  ofLatestDay(
    obligationsToLeave,
    ({ exists, enforceable, finality }) => {
      if (!exists || !enforceable) return "NOT_ENFORCEABLE";
      return finality === "FINAL" ? "ENFORCEABLE_FINAL" : "ENFORCEABLE_NOT_FINAL";
    },
    null,
  );

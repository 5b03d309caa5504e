import { obligationToLeave } from "../tables.ts";
import { ofLatestDay } from "./ofLatestDay.ts";
import type { Reduction } from "./Reduction.ts";
import { unreadable } from "./unreadable.ts";

const finalities: readonly string[] = obligationToLeave.finality.enumValues;

/** Enforceability and finality of the obligation to leave (§§ 50, 58 AufenthG). Without an entry it is unknown. */
export const enforceability: Reduction = ({ obligationsToLeave }) =>
  ofLatestDay(
    obligationsToLeave,
    ({ exists, enforceable, finality }) => {
      if (finality !== null && !finalities.includes(finality)) return unreadable;
      if (enforceable && !exists) return unreadable;
      if (!enforceable) return "NOT_ENFORCEABLE";
      return finality === "FINAL" ? "ENFORCEABLE_FINAL" : "ENFORCEABLE_NOT_FINAL";
    },
    null,
  );

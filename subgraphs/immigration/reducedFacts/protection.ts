import { codeClasses } from "./codeClasses.ts";
import { isListed } from "./isListed.ts";
import { ofLatestDay } from "./ofLatestDay.ts";
import type { Reduction } from "./Reduction.ts";
import { unreadable } from "./unreadable.ts";

/** Protection that is recognised and not finally revoked (§ 53 (3a) AufenthG). */
export const protection: Reduction = ({ asylumProcedures }) =>
  ofLatestDay(
    asylumProcedures,
    ({ statusCode }) => {
      if (!isListed("asylstatus", statusCode)) return unreadable;
      return codeClasses.protectionRecognised.has(statusCode) ? "RECOGNISED" : "NONE";
    },
    "NONE",
  );

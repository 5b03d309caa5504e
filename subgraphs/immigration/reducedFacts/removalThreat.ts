import type { Reduction } from "./Reduction.ts";

/** Removal threat (§ 59 AufenthG). */
export const removalThreat: Reduction = ({ removalThreats: [latest] }) =>
  latest === undefined
    ? { value: "NONE", restsOn: [] }
    : { value: latest.enforceable ? "ENFORCEABLE" : "NOT_ENFORCEABLE", restsOn: [latest] };

import type { Reduction } from "./Reduction.ts";

/** Enforceability and finality of the obligation to leave (§§ 50, 58 AufenthG). Without an entry it is unknown. */
export const enforceability: Reduction = ({ obligationsToLeave: [latest] }) => {
  if (latest === undefined) return null;
  if (!latest.exists || !latest.enforceable) return { value: "NOT_ENFORCEABLE", restsOn: [latest] };
  return { value: latest.finality === "FINAL" ? "ENFORCEABLE_FINAL" : "ENFORCEABLE_NOT_FINAL", restsOn: [latest] };
};

import { interestToStay as interestToStayTable } from "../tables.ts";
import type { Reduction } from "./Reduction.ts";
import { unreadable } from "./unreadable.ts";

const states: readonly string[] = interestToStayTable.state.enumValues;

/** The weightiest interest to stay that is shown (§ 55 AufenthG). What is merely claimed counts for nothing here. */
export const interestToStay: Reduction = ({ interestsToStay }) => {
  const strange = interestsToStay.filter(({ state, tier }) => !states.includes(state) || (tier !== 1 && tier !== 2));
  if (strange.length > 0) return [{ value: unreadable, restsOn: strange }];
  const shown = interestsToStay.filter(({ state }) => state === "SHOWN");
  const particularlySerious = shown.filter(({ tier }) => tier === 1);
  if (particularlySerious.length > 0) return [{ value: "PARTICULARLY_SERIOUS", restsOn: particularlySerious }];
  return [{ value: shown.length > 0 ? "SERIOUS" : "NONE", restsOn: shown }];
};

import { legalRegimeOn, legalRegimeRestsOn } from "../legalRegimeOn.ts";
import { isListed } from "./isListed.ts";
import type { Reduction } from "./Reduction.ts";
import { unreadable } from "./unreadable.ts";

/** Legal regime that governs the stay (AufenthG, FreizügG/EU, Art. 116 GG). */
export const legalRegime: Reduction = ({ person, expulsions }) => {
  const value = legalRegimeOn(person, expulsions);
  const unlisted = value === "UNION_CITIZEN" ? expulsions.filter(({ code }) => !isListed("ausweisung", code)) : [];
  const restsOn = [...legalRegimeRestsOn(person, expulsions), ...unlisted];
  return [{ value: unlisted.length > 0 ? unreadable : value, restsOn }];
};

import { isLossFinding, legalRegimeOn } from "../legalRegimeOn.ts";
import { isListed } from "./isListed.ts";
import type { Reduction } from "./Reduction.ts";
import { unreadable } from "./unreadable.ts";

/** Legal regime that governs the stay (AufenthG, FreizügG/EU, Art. 116 GG). */
export const legalRegime: Reduction = ({ person, expulsions }) => {
  const value = legalRegimeOn(person, expulsions);
  if (value === "UNION_CITIZEN_LOSS") return [{ value, restsOn: [person, ...expulsions.filter(isLossFinding)] }];
  const unlisted = value === "UNION_CITIZEN" ? expulsions.filter(({ code }) => !isListed("ausweisung", code)) : [];
  return [{ value: unlisted.length > 0 ? unreadable : value, restsOn: [person, ...unlisted] }];
};

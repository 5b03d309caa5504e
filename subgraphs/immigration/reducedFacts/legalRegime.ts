import { isLossFinding, legalRegimeOn } from "../legalRegimeOn.ts";
import type { Reduction } from "./Reduction.ts";

/** Legal regime that governs the stay (AufenthG, FreizügG/EU, Art. 116 GG). */
export const legalRegime: Reduction = ({ person, expulsions }) => {
  const value = legalRegimeOn(person, expulsions);
  return { value, restsOn: value === "UNION_CITIZEN_LOSS" ? [person, ...expulsions.filter(isLossFinding)] : [person] };
};

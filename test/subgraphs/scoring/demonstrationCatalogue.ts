import { catalogues } from "../../../subgraphs/scoring/catalogue/catalogues.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import { today } from "../today.ts";
import { factsOf, type Values } from "./factsOf.ts";

const found = catalogues.inForce(today);
if (found === null) throw new Error(`No catalogue is in force on ${today}.`);

/** The catalogue in force on that date. */
export const demonstration = found;

/** Assesses the person of `factsOf` with these changes. */
export function assessedWith(changes: Values) {
  return assess(factsOf(changes), today, demonstration);
}

import type { Values } from "./factsOf.ts";

const grave: Values = { EXPULSION_INTEREST: "SECTION_54_1", VIOLENCE_OR_WEAPON: "YES", FURTHER_CONVICTIONS: "3" };
const returnPrepared: Values = {
  ENFORCEABILITY: "ENFORCEABLE_FINAL",
  REMOVAL_THREAT: "ENFORCEABLE",
  TRAVEL_DOCUMENT: "PASSPORT",
  ASYLUM: "NONE",
};

/** Group of the worklist → facts whose assessment leads there. */
export const worklistFacts = {
  PRIORITY: { ...grave, ...returnPrepared },
  REGULAR: { ...returnPrepared, EXPULSION_INTEREST: "SECTION_54_2", VIOLENCE_OR_WEAPON: "YES" },
  LEGAL_EXAMINATION_FIRST: grave,
  NO_PROPOSAL: {},
  WITHOUT_BAND: { MINOR: "YES" },
} as const satisfies Record<string, Values>;

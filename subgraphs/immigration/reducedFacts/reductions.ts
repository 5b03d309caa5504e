import { asylum } from "./asylum.ts";
import { enforceability } from "./enforceability.ts";
import { evasion } from "./evasion.ts";
import { interestToStay } from "./interestToStay.ts";
import { legalRegime } from "./legalRegime.ts";
import { minor } from "./minor.ts";
import { protection } from "./protection.ts";
import type { Reduction } from "./Reduction.ts";
import { removalBar } from "./removalBar.ts";
import { removalThreat } from "./removalThreat.ts";
import { tolerationClass } from "./tolerationClass.ts";
import { travelDocument } from "./travelDocument.ts";

/** All reduced facts about residence by key of the contract. The order does not matter. */
export const reductions = {
  MINOR: minor,
  LEGAL_REGIME: legalRegime,
  PROTECTION: protection,
  REMOVAL_BAR: removalBar,
  ENFORCEABILITY: enforceability,
  REMOVAL_THREAT: removalThreat,
  TRAVEL_DOCUMENT: travelDocument,
  TOLERATION_CLASS: tolerationClass,
  ASYLUM: asylum,
  INTEREST_TO_STAY: interestToStay,
  EVASION: evasion,
} as const satisfies Record<string, Reduction>;

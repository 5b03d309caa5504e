import type { ReducedFactKey } from "./reducedFacts.ts";

/**
 * Data categories of the facts that each reduced fact is made from, as `schema/data-categories.yaml` has them. Who may not read one of
 * them is told nothing that rests on the reduced fact.
 *
 * Of a toleration's ground nothing but a merged class leaves immigration, so that neither health nor family can be told from it: the class
 * tells of the toleration, not of the ground.
 */
export const factCategories: Readonly<Record<ReducedFactKey, readonly string[]>> = {
  MINOR: ["LEGAL_REGIME"],
  LEGAL_REGIME: ["LEGAL_REGIME"],
  PROTECTION: ["ASYLUM_PROCEDURE"],
  REMOVAL_BAR: ["REMOVAL_BAR"],
  ENFORCEABILITY: ["OBLIGATION_TO_LEAVE"],
  REMOVAL_THREAT: ["REMOVAL_THREAT"],
  TRAVEL_DOCUMENT: ["TRAVEL_DOCUMENT", "IDENTITY_CLARIFICATION"],
  TOLERATION_CLASS: ["TOLERATION"],
  ASYLUM: ["ASYLUM_PROCEDURE"],
  INTEREST_TO_STAY: ["INTEREST_TO_STAY"],
  EVASION: ["EVASION"],
  EXPULSION_INTEREST: ["CONVICTION"],
  FURTHER_CONVICTIONS: ["CONVICTION"],
  VIOLENCE_OR_WEAPON: ["CONVICTION"],
  // Time in custody is left out of account.
  LATEST_OFFENCE: ["CONVICTION", "CUSTODY"],
  REPEAT_OFFENDER_LISTING: ["REPEAT_OFFENDER_LISTING"],
  OPEN_CHARGES: ["INVESTIGATION"],
  CUSTODY_PERSPECTIVE: ["CUSTODY", "WAIVER_456A"],
  SOCIAL_CONDUCT: ["SOCIAL_CONDUCT"],
  PROSECUTOR_CONSENT: ["PROSECUTOR_CONSENT"],
};

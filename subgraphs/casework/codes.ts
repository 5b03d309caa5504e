/** Code lists of the contract (`schema/casework.graphql`) as the tables store them. */
export const caseStates = ["PROPOSED", "CHECKED", "ADMITTED", "REJECTED", "SUSPENDED", "CLOSED"] as const;

export const caseEventKinds = [
  "PROPOSED",
  "CHECKED",
  "ADMITTED",
  "REJECTED",
  "MEASURE_ADDED",
  "CONSENT_REQUESTED",
  "CONSENT_ANSWERED",
  "CONFERENCE_HELD",
  "SUSPENDED",
  "RESUMED",
  "CLOSED",
] as const;

export const measureKinds = [
  "HEARING",
  "EXPULSION_ORDER",
  "SUBSTITUTE_DOCUMENT",
  "RETURN_ADVICE",
  "WAIVER_REQUEST",
  "REMOVAL_PREPARATION",
] as const;

export const consentStates = ["NOT_REQUIRED", "REQUESTED", "GIVEN", "REFUSED"] as const;

export const conductCategories = [
  "VIOLENCE_IN_FACILITY",
  "THREAT",
  "PROPERTY_DAMAGE",
  "PUBLIC_ORDER",
  "HOUSE_RULES",
] as const;

export type CaseState = (typeof caseStates)[number];
export type CaseEventKind = (typeof caseEventKinds)[number];
export type MeasureKind = (typeof measureKinds)[number];
export type ConsentState = (typeof consentStates)[number];
export type ConductCategory = (typeof conductCategories)[number];

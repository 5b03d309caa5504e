/** Code lists of the contract (`schema/casework.graphql`) as the tables store them. */
export const caseStates = [
  "PROPOSED",
  "CHECKED",
  "AWAITING_CONFIRMATION",
  "ADMITTED",
  "REJECTED",
  "SUSPENDED",
  "CLOSED",
] as const;

export const caseEventKinds = [
  "PROPOSED",
  "CHECKED",
  "DECISION_SUBMITTED",
  "DECISION_RETURNED",
  "ADMITTED",
  "REJECTED",
  "ASSIGNED",
  "HANDED_OVER",
  "MEASURE_ADDED",
  "CONSENT_REQUESTED",
  "CONSENT_ANSWERED",
  "CONSENT_NOT_REQUIRED",
  "MEASURE_REPORTED",
  "DEADLINE_SET",
  "CONFERENCE_HELD",
  "SUSPENDED",
  "RESUMED",
  "CLOSED",
  "REOPENED",
] as const;

export const proposalParts = ["IDENTITY", "RESIDENCE_STATUS", "COMPETENCE", "GROUND_DOCUMENTED"] as const;

export const closingOutcomes = [
  "REMOVED",
  "LEFT_VOLUNTARILY",
  "RESIDENCE_GRANTED",
  "OTHER_AUTHORITY",
  "NOT_PURSUED",
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

export const subjectRequestKinds = ["ACCESS", "RECTIFICATION", "ERASURE", "RESTRICTION"] as const;

export const subjectRequestStates = [
  "RECEIVED",
  "IDENTITY_CHECKED",
  "DRAFTED",
  "DEFERRAL_CHECKED",
  "SIGNED",
  "SENT",
  "FORWARDED",
  "DONE",
  "REFUSED",
] as const;

export const subjectRequestSteps = [
  "CHECK_IDENTITY",
  "DRAFT",
  "CHECK_DEFERRAL",
  "RETURN",
  "SIGN",
  "SEND",
  "FORWARD",
  "COMPLETE",
  "REFUSE",
] as const;

export type SubjectRequestKind = (typeof subjectRequestKinds)[number];
export type SubjectRequestState = (typeof subjectRequestStates)[number];
export type SubjectRequestStep = (typeof subjectRequestSteps)[number];
export type CaseState = (typeof caseStates)[number];
export type ProposalPart = (typeof proposalParts)[number];
export type ClosingOutcome = (typeof closingOutcomes)[number];
export type CaseEventKind = (typeof caseEventKinds)[number];
export type MeasureKind = (typeof measureKinds)[number];
export type ConsentState = (typeof consentStates)[number];
export type ConductCategory = (typeof conductCategories)[number];

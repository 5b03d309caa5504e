/**
 * Kind of notice → the fields under which an office reads what has become of it. Whoever is granted the notice is granted these under one of its
 * purposes, which a test holds.
 */
export const fetchedFields: Readonly<Record<string, readonly string[]>> = {
  EXPULSION_FINAL: ["Person.expulsion", "Expulsion.finalOn"],
  REMOVAL_THREAT_ENFORCEABLE: ["Person.removalThreat", "RemovalThreat.enforceable"],
  CONSENT_REQUESTED: ["Case.consents"],
  CONSENT_ANSWERED: ["Case.consents"],
  RELEASE_WITHIN_SIX_MONTHS: ["Person.custody"],
  HALF_TERM_WITHIN_SIX_MONTHS: ["Person.custody"],
  CUSTODY_DATES_MOVED: ["Person.custody"],
  ADMISSION_DECIDED: ["Case.state"],
  CASE_MOVED_ON: ["Case.state"],
  MEASURE_DUE: ["Case.measures"],
};

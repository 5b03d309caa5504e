import type { RuleRow } from "../RuleRow.ts";

/** Systems of the offices that send data in, and who tells persons apart. */
// biome-ignore format: a table, a row a line
export const intakeRows: readonly RuleRow[] = [
  ["R-INTAKE-01", "ALLOW", "abhBorkenIntake", "DATA_MAINTENANCE", "WRITE PERSON_ANNOUNCEMENT", [], "the interface of Kreis Borken announces persons, known or not"],
  ["R-INTAKE-01", "DENY", "abhBorkenIntake", "DATA_MAINTENANCE", "SEE IDENTITY", ["OWN_FILE"], "the interface of Kreis Borken reads nobody, not even of the own files"],
  ["R-INTAKE-01", "DENY", "abhBorken", "RESIDENCE_PROCEDURE", "WRITE PERSON_ANNOUNCEMENT", ["OWN_FILE"], "a caseworker of Kreis Borken announces nobody"],

  ["R-CLEARING-01", "ALLOW", "clearing", "IDENTITY_CLEARING", "WRITE CLEARING", [], "the clearing office answers questions"],
  ["R-CLEARING-01", "ALLOW", "clearing", "IDENTITY_CLEARING", "SEE CLEARING", [], "the clearing office reads the questions that it is asked"],
  ["R-CLEARING-01", "DENY", "clearing", "BLOCKED_CLEARING", "SEE CLEARING", [], "the clearing office does not ask for the purpose of the other one"],
  ["R-CLEARING-01", "DENY", "abhBorken", "RESIDENCE_PROCEDURE", "SEE CLEARING", ["OWN_FILE"], "an authority is not told who could be whom"],

  ["R-CLEARING-02", "ALLOW", "clearing", "IDENTITY_CLEARING", "SEE IDENTITY", ["CLEARING_CANDIDATE"], "the clearing office sees the identity of a candidate"],
  ["R-CLEARING-02", "ALLOW", "clearing", "IDENTITY_CLEARING", "SEE ORIGIN", ["CLEARING_CANDIDATE", "UNION_CITIZEN"], "the clearing office sees where a citizen of the Union was born"],
  ["R-CLEARING-02", "DENY", "clearing", "IDENTITY_CLEARING", "SEE IDENTITY", [], "the clearing office sees nobody else on file"],
  ["R-CLEARING-02", "DENY", "clearing", "IDENTITY_CLEARING", "SEE IDENTITY", ["CLEARING_CANDIDATE", "LARGE_TRANSFER_BLOCK"], "to the clearing office a person under a large transfer block does not exist"],
  ["R-CLEARING-02", "DENY", "clearing", "IDENTITY_CLEARING", "SEE RESIDENCE_STATUS", ["CLEARING_CANDIDATE"], "the clearing office sees no status"],

  ["R-CLEARING-03", "ALLOW", "clearingBlocked", "BLOCKED_CLEARING", "WRITE CLEARING", [], "the clearing office for blocked records answers its questions"],
  ["R-CLEARING-03", "DENY", "clearingBlocked", "IDENTITY_CLEARING", "WRITE CLEARING", [], "the clearing office for blocked records has no other purpose"],

  ["R-CLEARING-04", "ALLOW", "clearingBlocked", "BLOCKED_CLEARING", "SEE IDENTITY", ["CLEARING_CANDIDATE", "LARGE_TRANSFER_BLOCK"], "the clearing office for blocked records sees a candidate under a large transfer block"],
  ["R-CLEARING-04", "DENY", "clearingBlocked", "BLOCKED_CLEARING", "SEE IDENTITY", ["LARGE_TRANSFER_BLOCK"], "the clearing office for blocked records sees no blocked person whom no question could be about"],
];

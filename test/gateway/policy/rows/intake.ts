import type { RuleRow } from "../RuleRow.ts";

/** Systems of the offices that send data in. */
// biome-ignore format: a table, a row a line
export const intakeRows: readonly RuleRow[] = [
  ["R-INTAKE-01", "ALLOW", "abhBorkenIntake", "DATA_MAINTENANCE", "WRITE PERSON_ANNOUNCEMENT", [], "the interface of Kreis Borken announces persons, known or not"],
  ["R-INTAKE-01", "DENY", "abhBorkenIntake", "DATA_MAINTENANCE", "SEE IDENTITY", ["OWN_FILE"], "the interface of Kreis Borken reads nobody, not even of the own files"],
  ["R-INTAKE-01", "DENY", "abhBorken", "RESIDENCE_PROCEDURE", "WRITE PERSON_ANNOUNCEMENT", ["OWN_FILE"], "a caseworker of Kreis Borken announces nobody"],
];

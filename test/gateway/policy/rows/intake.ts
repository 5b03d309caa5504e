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

  ["R-SUPPLY-01", "ALLOW", "lkaIntake", "DATA_MAINTENANCE", "WRITE RECORD_SUPPLY", [], "the interface of the LKA sends records, whoever they are about"],
  ["R-SUPPLY-01", "DENY", "lkaIntake", "DATA_MAINTENANCE", "WRITE RESIDENCE_RECORD_SUPPLY", ["OWN_FINDING"], "the interface of the LKA sends nothing into the files of immigration authorities"],
  ["R-SUPPLY-02", "ALLOW", "lkaIntake", "DATA_MAINTENANCE", "WRITE POLICE_FINDING_SUPPLY", [], "the interface of the LKA sends police findings"],
  ["R-SUPPLY-02", "DENY", "lkaIntake", "DATA_MAINTENANCE", "SEE POLICE_FINDING", ["OWN_FINDING", "OWN_RECORD"], "the interface of the LKA does not even read what it sent"],
  ["R-SUPPLY-02", "DENY", "lka", "DANGER_AVERSION", "WRITE POLICE_FINDING_SUPPLY", ["OWN_FINDING"], "an analyst of the LKA sends no findings"],
  ["R-SUPPLY-03", "ALLOW", "staMuensterIntake", "DATA_MAINTENANCE", "WRITE INVESTIGATION_SUPPLY", [], "the interface of the prosecutor's office sends states of proceedings"],
  ["R-SUPPLY-03", "DENY", "lkaIntake", "DATA_MAINTENANCE", "WRITE CONVICTION_SUPPLY", [], "the interface of the LKA sends no convictions"],
  ["R-SUPPLY-03", "ALLOW", "staMuensterIntake", "DATA_MAINTENANCE", "WRITE WANTED_NOTICE_SUPPLY", [], "the interface of the prosecutor's office sends warrants and their end"],
  ["R-SUPPLY-03", "DENY", "jvaMuensterIntake", "DATA_MAINTENANCE", "WRITE WANTED_NOTICE_SUPPLY", [], "the interface of the prison sends no warrants"],
  ["R-SUPPLY-04", "ALLOW", "jvaMuensterIntake", "DATA_MAINTENANCE", "WRITE CUSTODY_SUPPLY", [], "the interface of the prison sends custody"],
  ["R-SUPPLY-04", "DENY", "staMuensterIntake", "DATA_MAINTENANCE", "WRITE CUSTODY_SUPPLY", [], "the interface of the prosecutor's office sends no custody"],
  ["R-SUPPLY-05", "ALLOW", "abhBorkenIntake", "DATA_MAINTENANCE", "WRITE RESIDENCE_SUPPLY", [], "the interface of Kreis Borken sends residence facts"],
  ["R-SUPPLY-05", "DENY", "bamfIntake", "DATA_MAINTENANCE", "WRITE RESIDENCE_SUPPLY", ["OWN_ASYLUM_PROCEDURE"], "the interface of the Federal Office sends no residence facts"],
  ["R-SUPPLY-06", "ALLOW", "bamfIntake", "DATA_MAINTENANCE", "WRITE ASYLUM_SUPPLY", [], "the interface of the Federal Office sends the state of asylum procedures"],
  ["R-SUPPLY-06", "DENY", "jvaMuensterIntake", "DATA_MAINTENANCE", "WRITE ASYLUM_SUPPLY", [], "the interface of the prison sends nothing of asylum procedures"],
  ["R-SUPPLY-07", "ALLOW", "abhBorkenIntake", "DATA_MAINTENANCE", "SEE RESIDENCE_RECORD_SUPPLY", [], "the interface of Kreis Borken learns what became of what it sent"],
  ["R-SUPPLY-07", "DENY", "abhBorken", "RESIDENCE_PROCEDURE", "WRITE RESIDENCE_RECORD_SUPPLY", ["OWN_FILE"], "a caseworker of Kreis Borken sends nothing by this way"],
];

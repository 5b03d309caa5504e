import type { RuleRow } from "../RuleRow.ts";

/** ZAB, ABH and BAMF. */
// biome-ignore format: a table, a row a line
export const immigrationRows: readonly RuleRow[] = [
  ["R-ZAB-01", "ALLOW", "zabUnna", "RETURN_EXECUTION", "SEE TRAVEL_DOCUMENT", ["ADMITTED_CASE"], "ZAB Unna sees the travel document in an admitted case"],
  ["R-ZAB-01", "DENY", "zabUnna", "RETURN_EXECUTION", "SEE TRAVEL_DOCUMENT", ["PARTICIPATING_CASE"], "ZAB Unna sees nothing before admission"],
  ["R-ZAB-01", "DENY", "zabUnna", "RETURN_EXECUTION", "SEE ORIGIN", ["ADMITTED_CASE"], "ZAB Unna does not see the place of birth"],

  ["R-ZAB-02", "ALLOW", "zabCoesfeld", "RETURN_EXECUTION", "SEE WAIVER_456A", ["ADMITTED_CASE"], "ZAB Coesfeld sees whether execution is waived"],
  ["R-ZAB-02", "DENY", "zabCoesfeld", "RETURN_EXECUTION", "SEE CONVICTION", ["ADMITTED_CASE"], "ZAB Coesfeld sees nothing of the offences"],

  ["R-ZAB-03", "ALLOW", "zabCoesfeld", "RETURN_EXECUTION", "SEE CASE", ["ADMITTED_CASE"], "ZAB Coesfeld sees the state of an admitted case"],
  ["R-ZAB-05", "ALLOW", "zabCoesfeld", "RETURN_EXECUTION", "SEE MEASURE", ["ADMITTED_CASE", "OWN_RECORD"], "ZAB Coesfeld sees the measures that it is to carry out"],
  ["R-ZAB-05", "DENY", "zabCoesfeld", "RETURN_EXECUTION", "SEE MEASURE", ["ADMITTED_CASE"], "ZAB Coesfeld sees no measure of another office in the same case"],
  ["R-ZAB-03", "DENY", "zabCoesfeld", "RETURN_EXECUTION", "SEE CASE_FREE_TEXT", ["ADMITTED_CASE"], "ZAB Coesfeld reads no reasons"],
  ["R-ZAB-06", "ALLOW", "zabCoesfeld", "RETURN_EXECUTION", "WRITE MEASURE_REPORT", ["ADMITTED_CASE"], "ZAB Coesfeld reports on a measure in an admitted case"],
  ["R-ZAB-06", "DENY", "zabCoesfeld", "RETURN_EXECUTION", "WRITE MEASURE_REPORT", ["PARTICIPATING_CASE"], "ZAB Coesfeld reports on nothing in a case that is another ZAB's"],
  ["R-ABH-05", "ALLOW", "abhBorken", "RESIDENCE_PROCEDURE", "WRITE MEASURE_REPORT", ["PARTICIPATING_CASE"], "the authority of Borken reports on its measure"],
  ["R-ABH-05", "DENY", "abhBorken", "RESIDENCE_PROCEDURE", "WRITE MEASURE_REPORT", ["OWN_FILE"], "a file alone is no part in a case"],
  ["R-ZAB-03", "DENY", "zabCoesfeld", "RETURN_EXECUTION", "WRITE MEASURE", ["ADMITTED_CASE"], "ZAB Coesfeld adds no measure"],

  ["R-ZAB-04", "ALLOW", "zabCoesfeld", "RETURN_EXECUTION", "SEE ASSESSMENT_BAND", ["ADMITTED_CASE"], "ZAB Coesfeld sees the band after admission"],
  ["R-ZAB-04", "DENY", "zabCoesfeld", "RETURN_EXECUTION", "SEE ASSESSMENT_BAND", ["ADMITTED_CASE"], "on 28 February ZAB Coesfeld sees no band", "2026-02-28"],
  ["R-ZAB-04", "DENY", "zabCoesfeld", "RETURN_EXECUTION", "SEE ASSESSMENT_BAND", ["ADMITTED_CASE"], "on 1 September ZAB Coesfeld sees no band any more", "2026-09-01"],
  ["R-ZAB-04", "DENY", "zabCoesfeld", "RETURN_EXECUTION", "SEE ASSESSMENT_TRACE", ["ADMITTED_CASE"], "ZAB Coesfeld never sees the trace"],
  ["R-ZAB-04", "DENY", "zabCoesfeld", "RETURN_EXECUTION", "COMBINE RESIDENCE_FACTS", ["ADMITTED_CASE"], "ZAB Coesfeld has nothing assessed"],
  ["R-ZAB-04", "DENY", "zabUnna", "RETURN_EXECUTION", "SEE ASSESSMENT_BAND", ["ADMITTED_CASE"], "ZAB Unna takes no part in the pilot"],

  ["R-ZAB-09", "ALLOW", "zabCoesfeld", "WORKLIST", "SEE IDENTITY", ["ADMITTED_CASE"], "ZAB Coesfeld lists admitted cases by name"],
  ["R-ZAB-09", "DENY", "zabCoesfeld", "WORKLIST", "SEE CASE", ["PARTICIPATING_CASE"], "ZAB Coesfeld lists no case that is another ZAB's"],
  ["R-ZAB-09", "DENY", "zabCoesfeld", "WORKLIST", "SEE REMOVAL_DATE", ["ADMITTED_CASE"], "no removal date stands in a list"],
  ["R-ZAB-10", "ALLOW", "zabCoesfeld", "WORKLIST", "SEE MEASURE", ["ADMITTED_CASE", "OWN_RECORD"], "ZAB Coesfeld lists what it is to do"],
  ["R-ZAB-10", "DENY", "zabCoesfeld", "WORKLIST", "SEE MEASURE", ["ADMITTED_CASE"], "ZAB Coesfeld lists no measure of another office"],

  ["R-ABH-01", "ALLOW", "abhBorken", "RESIDENCE_PROCEDURE", "SEE TOLERATION_REASON", ["OWN_FILE"], "Kreis Borken sees the ground of a toleration in its own file"],
  ["R-ABH-01", "ALLOW", "abhBorken", "RESIDENCE_PROCEDURE", "SEE RESIDENCE_STATUS", ["OWN_FILE", "UNION_CITIZEN"], "Kreis Borken sees its own file of a citizen of the Union"],
  ["R-ABH-01", "DENY", "abhBorken", "RESIDENCE_PROCEDURE", "SEE TOLERATION_REASON", ["PARTICIPATING_CASE"], "a measure does not open the file of another authority"],
  ["R-ABH-01", "DENY", "abhBorken", "CASE_MANAGEMENT", "SEE TOLERATION_REASON", ["OWN_FILE"], "Kreis Borken does not steer cases"],

  ["R-ABH-02", "ALLOW", "abhBorken", "RESIDENCE_PROCEDURE", "SEE CONVICTION", ["OWN_FILE"], "Kreis Borken sees usable convictions in its own file"],
  ["R-ABH-02", "DENY", "abhBorken", "RESIDENCE_PROCEDURE", "SEE POLICE_FINDING", ["OWN_FILE"], "Kreis Borken sees no police finding"],

  ["R-ABH-03", "ALLOW", "abhBorken", "RESIDENCE_PROCEDURE", "WRITE CASE_PROPOSAL", ["OWN_FILE"], "Kreis Borken proposes a person whose file it keeps"],
  ["R-ABH-03", "DENY", "abhBorken", "RESIDENCE_PROCEDURE", "WRITE CASE_PROPOSAL", [], "Kreis Borken proposes nobody else"],
  ["R-ABH-03", "DENY", "abhBorken", "RESIDENCE_PROCEDURE", "WRITE ADMISSION_DECISION", ["OWN_FILE"], "Kreis Borken does not decide on admission"],

  ["R-ABH-04", "ALLOW", "abhBorken", "RESIDENCE_PROCEDURE", "SEE CASE", ["PARTICIPATING_CASE"], "Kreis Borken sees the state of the case that it proposed"],
  ["R-ABH-04", "DENY", "abhBorken", "RESIDENCE_PROCEDURE", "SEE CASE", ["OWN_FILE"], "keeping the file does not open a case"],
  ["R-ABH-04", "DENY", "abhBorken", "RESIDENCE_PROCEDURE", "SEE ASSESSMENT_BAND", ["PARTICIPATING_CASE"], "Kreis Borken sees no band"],

  ["R-BAMF-01", "ALLOW", "bamf", "ASYLUM_PROCEDURE", "SEE ORIGIN", ["OWN_ASYLUM_PROCEDURE"], "the BAMF sees origin in its own procedure"],
  ["R-BAMF-01", "DENY", "bamf", "ASYLUM_PROCEDURE", "SEE ORIGIN", ["OWN_CASE"], "the BAMF sees nobody outside its procedures"],
  ["R-BAMF-01", "DENY", "bamf", "ASYLUM_PROCEDURE", "SEE CASE", ["OWN_ASYLUM_PROCEDURE"], "the BAMF sees no case"],

  ["R-BAMF-02", "ALLOW", "bamf", "ASYLUM_PROCEDURE", "SEE CONVICTION_SECTION_60_8", ["OWN_ASYLUM_PROCEDURE"], "the BAMF sees convictions as far as § 60 (8) needs them"],
  ["R-BAMF-02", "DENY", "bamf", "ASYLUM_PROCEDURE", "SEE CONVICTION", ["OWN_ASYLUM_PROCEDURE"], "the BAMF sees no other conviction"],

  ["R-ABH-06", "ALLOW", "abhBorken", "NOTIFICATION", "SEE NOTICE_EXPULSION", ["OWN_FILE"], "Borken is told of a final expulsion in its own file"],
  ["R-ABH-06", "DENY", "abhBorken", "NOTIFICATION", "SEE NOTICE_EXPULSION", ["PARTICIPATING_CASE"], "taking part in a case tells Borken of no expulsion"],
  ["R-ABH-07", "ALLOW", "abhBorken", "NOTIFICATION", "SEE NOTICE_MEASURE", ["PARTICIPATING_CASE"], "Borken is told of a due measure in a case that it takes part in"],
  ["R-ABH-07", "DENY", "abhBorken", "NOTIFICATION", "SEE NOTICE_CUSTODY", ["PARTICIPATING_CASE"], "Borken, which sees no custody, is told of none"],
  ["R-ZAB-07", "ALLOW", "zabCoesfeld", "NOTIFICATION", "SEE NOTICE_CUSTODY", ["ADMITTED_CASE"], "ZAB Coesfeld is told that custody ends in an admitted case"],
  ["R-ZAB-07", "DENY", "zabCoesfeld", "NOTIFICATION", "SEE NOTICE_CONSENT", ["ADMITTED_CASE"], "ZAB Coesfeld is told nothing of the prosecutor's consent"],
  ["R-ZAB-08", "ALLOW", "zabUnna", "NOTIFICATION", "SEE NOTICE_MEASURE", ["ADMITTED_CASE", "OWN_RECORD"], "ZAB Unna is told that its measure is due"],
  ["R-ZAB-08", "DENY", "zabUnna", "NOTIFICATION", "SEE NOTICE_MEASURE", ["ADMITTED_CASE"], "ZAB Unna is told of no measure of another office"],
];

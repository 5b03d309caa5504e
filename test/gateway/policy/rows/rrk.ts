import type { RuleRow } from "../RuleRow.ts";

const before = "2026-02-28";
const after = "2026-09-01";

// biome-ignore format: a table, a row a line
export const rrkRows: readonly RuleRow[] = [
  ["R-RRK-01", "ALLOW", "rrkKoeln", "CASE_MANAGEMENT", "SEE TOLERATION", ["OWN_CASE"], "RRK Köln sees the toleration in its own case"],
  ["R-RRK-01", "ALLOW", "rrkMuenster", "CASE_ADMISSION", "SEE MEDICAL_OBSTACLE", ["OWN_CASE"], "RRK Münster sees that a medical obstacle exists"],
  ["R-RRK-01", "DENY", "rrkKoeln", "CASE_MANAGEMENT", "SEE TOLERATION", [], "RRK Köln sees no toleration in a case of RRK Münster"],
  ["R-RRK-01", "DENY", "rrkKoeln", "CASE_MANAGEMENT", "SEE TOLERATION_REASON", ["OWN_CASE"], "RRK Köln does not see the ground of a toleration, which can tell of health"],
  ["R-RRK-01", "DENY", "rrkKoeln", "WORKLIST", "SEE TOLERATION", ["OWN_CASE"], "the worklist shows no toleration"],

  ["R-RRK-02", "ALLOW", "rrkMuenster", "CASE_ADMISSION", "SEE CONVICTION", ["OWN_CASE"], "RRK Münster sees usable convictions in its own case"],
  ["R-RRK-02", "DENY", "rrkMuenster", "CASE_ADMISSION", "SEE INVESTIGATION_DETAIL", ["OWN_CASE"], "RRK Münster does not see what an investigation is about"],
  ["R-RRK-02", "DENY", "rrkMuenster", "CASE_ADMISSION", "SEE CONVICTION", ["OWN_FILE"], "another office's relation gives RRK Münster no conviction"],

  ["R-RRK-03", "ALLOW", "rrkKoelnLead", "CASE_MANAGEMENT", "SEE CASE_HISTORY", ["OWN_CASE"], "the lead of RRK Köln reads the history of an own case"],
  ["R-RRK-03", "DENY", "rrkKoelnLead", "CASE_MANAGEMENT", "SEE CASE_HISTORY", ["PARTICIPATING_CASE"], "having proposed a case does not open its history"],

  ["R-RRK-04", "ALLOW", "rrkKoeln", "CASE_MANAGEMENT", "WRITE MEASURE", ["OWN_CASE"], "RRK Köln adds a measure to its own case"],
  ["R-RRK-04", "ALLOW", "rrkKoeln", "CASE_MANAGEMENT", "WRITE PROSECUTOR_CONSENT_REQUEST", ["OWN_CASE"], "RRK Köln asks for the prosecutor's consent"],
  ["R-RRK-04", "DENY", "rrkKoeln", "CASE_ADMISSION", "WRITE MEASURE", ["OWN_CASE"], "no measure is added while admission is examined"],
  ["R-RRK-04", "DENY", "rrkKoeln", "CASE_MANAGEMENT", "WRITE PROSECUTOR_CONSENT_ANSWER", ["OWN_CASE"], "RRK Köln does not answer in the prosecutor's place"],

  ["R-RRK-05", "ALLOW", "rrkMuenster", "CASE_ADMISSION", "WRITE CASE_PROPOSAL", ["OWN_CASE"], "RRK Münster proposes a person of an earlier case again"],
  ["R-RRK-05", "DENY", "rrkMuenster", "CASE_ADMISSION", "WRITE CASE_PROPOSAL", [], "RRK Münster does not propose a person it has no case of"],

  ["R-RRK-06", "ALLOW", "rrkMuensterLead", "CASE_ADMISSION", "WRITE ADMISSION_DECISION", ["OWN_CASE"], "the lead of RRK Münster decides on admission"],
  ["R-RRK-06", "DENY", "rrkMuenster", "CASE_ADMISSION", "WRITE ADMISSION_DECISION", ["OWN_CASE"], "a caseworker does not decide on admission"],
  ["R-RRK-06", "DENY", "rrkMuensterLead", "CASE_MANAGEMENT", "WRITE ADMISSION_DECISION", ["OWN_CASE"], "admission is decided for no other purpose"],

  ["R-RRK-07", "ALLOW", "rrkKoeln", "WORKLIST", "SEE IDENTITY", ["OWN_CASE"], "RRK Köln lists its own cases with names"],
  ["R-RRK-07", "ALLOW", "rrkKoeln", "WORKLIST", "SEE WORKLIST", ["OWN_CASE"], "on 1 September RRK Köln still lists its own cases by date", after],
  ["R-RRK-07", "DENY", "rrkKoeln", "WORKLIST", "SEE CONVICTION", ["OWN_CASE"], "a list of cases shows no conviction"],
  ["R-RRK-07", "DENY", "rrkKoeln", "WORKLIST", "SEE IDENTITY", ["PARTICIPATING_CASE"], "a case of another RRK is not on the list"],

  ["R-RRK-08", "ALLOW", "rrkMuenster", "CASE_ADMISSION", "SEE ASSESSMENT_TRACE", ["OWN_CASE"], "on the first day of the pilot RRK Münster sees the trace of an assessment", "2026-03-01"],
  ["R-RRK-08", "ALLOW", "rrkMuenster", "CASE_MANAGEMENT", "COMBINE CONDUCT_FACTS", ["OWN_CASE"], "on the last day of the pilot IRIS combines facts about conduct", "2026-08-31"],
  ["R-RRK-08", "DENY", "rrkMuenster", "CASE_ADMISSION", "SEE ASSESSMENT_TRACE", ["OWN_CASE"], "on 28 February, a day before the pilot, RRK Münster sees no assessment", before],
  ["R-RRK-08", "DENY", "rrkMuenster", "CASE_MANAGEMENT", "COMBINE CONDUCT_FACTS", ["OWN_CASE"], "on 1 September, a day after the pilot, nothing is combined", after],
  ["R-RRK-08", "DENY", "rrkKoeln", "CASE_ADMISSION", "SEE ASSESSMENT_BAND", ["OWN_CASE"], "RRK Köln takes no part in the pilot"],
  ["R-RRK-08", "DENY", "rrkMuenster", "CASE_ADMISSION", "SEE CONDUCT_FACTS", ["OWN_CASE"], "what is combined is not seen"],
  ["R-RRK-08", "DENY", "rrkMuenster", "WORKLIST", "COMBINE CONDUCT_FACTS", ["OWN_CASE"], "the worklist computes no assessment"],

  ["R-RRK-09", "ALLOW", "rrkMuenster", "CASE_ADMISSION", "WRITE ASSESSMENT_RECORDING", ["OWN_CASE"], "RRK Münster keeps an assessment for the file"],
  ["R-RRK-09", "ALLOW", "rrkMuensterLead", "CASE_ADMISSION", "WRITE OWN_ESTIMATE", ["OWN_CASE"], "the lead keeps an own estimate"],
  ["R-RRK-09", "DENY", "rrkMuenster", "CASE_ADMISSION", "WRITE ASSESSMENT_RECORDING", ["OWN_CASE"], "on 28 February no assessment is kept", before],
  ["R-RRK-09", "DENY", "rrkMuenster", "CASE_ADMISSION", "WRITE ASSESSMENT_RECORDING", ["OWN_CASE"], "on 1 September no assessment is kept any more", after],
  ["R-RRK-09", "DENY", "rrkMuenster", "CASE_ADMISSION", "WRITE OWN_ESTIMATE", [], "no estimate is kept in another RRK's case"],

  ["R-RRK-10", "ALLOW", "rrkMuenster", "WORKLIST", "SEE ASSESSMENT_BAND", ["OWN_CASE"], "RRK Münster sees its cases in the order of the assessments"],
  ["R-RRK-10", "DENY", "rrkMuenster", "WORKLIST", "SEE ASSESSMENT_BAND", ["OWN_CASE"], "on 28 February there is no such order", before],
  ["R-RRK-10", "DENY", "rrkMuenster", "WORKLIST", "SEE ASSESSMENT_BAND", ["OWN_CASE"], "on 1 September there is no such order any more", after],
  ["R-RRK-10", "DENY", "rrkMuenster", "WORKLIST", "SEE ASSESSMENT_TRACE", ["OWN_CASE"], "the worklist shows bands and no trace"],

  ["R-RRK-11", "ALLOW", "rrkMuenster", "WORKLIST", "SEE CATALOGUE", [], "RRK Münster reads the catalogue, which concerns nobody"],
  ["R-RRK-11", "DENY", "rrkMuenster", "CASE_ADMISSION", "SEE CATALOGUE", [], "on 28 February no catalogue is in use", before],
  ["R-RRK-11", "DENY", "rrkMuenster", "CASE_ADMISSION", "SEE CATALOGUE", [], "on 1 September no catalogue is in use any more", after],
  ["R-RRK-11", "DENY", "rrkKoeln", "CASE_ADMISSION", "SEE CATALOGUE", [], "RRK Köln works without a catalogue"],

  ["R-RRK-12", "ALLOW", "rrkMuensterLead", "WORKLIST", "WRITE CATALOGUE_SUSPENSION", [], "the lead of RRK Münster stops scoring"],
  ["R-RRK-12", "DENY", "rrkMuensterLead", "WORKLIST", "WRITE CATALOGUE_SUSPENSION", [], "on 28 February there is nothing to stop", before],
  ["R-RRK-12", "DENY", "rrkMuensterLead", "WORKLIST", "WRITE CATALOGUE_SUSPENSION", [], "on 1 September there is nothing to stop any more", after],
  ["R-RRK-12", "DENY", "rrkMuensterLead", "WORKLIST", "WRITE CATALOGUE_RESUMPTION", [], "the lead who uses the scores does not let scoring go on"],
  ["R-RRK-12", "DENY", "rrkMuenster", "WORKLIST", "WRITE CATALOGUE_SUSPENSION", [], "a caseworker tells the lead"],
  ["R-RRK-12", "DENY", "rrkKoelnLead", "WORKLIST", "WRITE CATALOGUE_SUSPENSION", [], "the lead of RRK Köln, who uses no score, stops none"],

  ["R-RRK-13", "ALLOW", "rrkKoeln", "CASE_ADMISSION", "WRITE CASE_CHECK", ["OWN_CASE"], "RRK Köln checks a proposal in its own case"],
  ["R-RRK-13", "DENY", "rrkKoeln", "CASE_ADMISSION", "WRITE CASE_CHECK", ["PARTICIPATING_CASE"], "RRK Köln does not check what it proposed to another RRK"],

  ["R-RRK-14", "ALLOW", "rrkMuensterLead", "CASE_ADMISSION", "WRITE ADMISSION_CONFIRMATION", ["OWN_CASE"], "the lead confirms a decision of another person"],
  ["R-RRK-14", "DENY", "rrkMuenster", "CASE_ADMISSION", "WRITE ADMISSION_CONFIRMATION", ["OWN_CASE"], "a caseworker confirms no decision"],

  ["R-RRK-15", "ALLOW", "rrkKoelnLead", "CASE_MANAGEMENT", "WRITE CASE_HANDOVER", ["OWN_CASE"], "the lead of RRK Köln hands over an own case"],
  ["R-RRK-15", "ALLOW", "rrkMuensterLead", "CASE_ADMISSION", "WRITE CASE_ASSIGNMENT", ["OWN_CASE"], "the lead assigns a proposal"],
  ["R-RRK-15", "DENY", "rrkKoeln", "CASE_MANAGEMENT", "WRITE CASE_HANDOVER", ["OWN_CASE"], "a caseworker hands over no case"],
  ["R-RRK-15", "DENY", "rrkKoelnLead", "CASE_MANAGEMENT", "WRITE CASE_HANDOVER", [], "nobody takes a case from another RRK"],

  ["R-RRK-16", "ALLOW", "rrkKoeln", "CASE_MANAGEMENT", "WRITE CASE_COURSE", ["OWN_CASE"], "RRK Köln suspends work on an own case"],
  ["R-RRK-16", "DENY", "rrkKoeln", "CASE_ADMISSION", "WRITE CASE_COURSE", ["OWN_CASE"], "nothing is suspended while admission is examined"],

  ["R-RRK-17", "ALLOW", "rrkMuensterLead", "CASE_MANAGEMENT", "WRITE CASE_CLOSING", ["OWN_CASE"], "the lead closes an own case"],
  ["R-RRK-17", "DENY", "rrkMuenster", "CASE_MANAGEMENT", "WRITE CASE_CLOSING", ["OWN_CASE"], "a caseworker closes no case"],

  ["R-RRK-18", "ALLOW", "rrkKoeln", "CASE_MANAGEMENT", "WRITE DEADLINE", ["OWN_CASE"], "RRK Köln sets a deadline in an own case"],
  ["R-RRK-18", "ALLOW", "rrkKoeln", "CASE_MANAGEMENT", "WRITE CASE_CONFERENCE", ["OWN_CASE"], "RRK Köln records a conference on an own case"],
  ["R-RRK-18", "DENY", "rrkKoeln", "CASE_MANAGEMENT", "WRITE CASE_CONFERENCE", ["PARTICIPATING_CASE"], "nobody records a conference on another RRK's case"],

  ["R-RRK-21", "ALLOW", "rrkKoeln", "WORKLIST", "SEE DEADLINE", ["OWN_CASE"], "RRK Köln lists the deadlines of its own cases"],
  ["R-RRK-21", "ALLOW", "rrkMuensterLead", "WORKLIST", "SEE MEASURE", ["OWN_CASE"], "the lead of RRK Münster lists what is due in own cases"],
  ["R-RRK-21", "DENY", "rrkKoeln", "WORKLIST", "SEE DEADLINE", ["PARTICIPATING_CASE"], "RRK Köln lists no deadline of another RRK"],
  ["R-RRK-21", "DENY", "rrkKoeln", "WORKLIST", "SEE CASE_FREE_TEXT", ["OWN_CASE"], "no reason is read in a list"],
  ["R-RRK-19", "ALLOW", "rrkMuenster", "CASE_ADMISSION", "SEE EVASION", ["OWN_CASE"], "RRK Münster sees the documented evasion that an assessment counts"],
  ["R-RRK-19", "DENY", "rrkMuenster", "CASE_ADMISSION", "SEE EVASION", ["OWN_CASE"], "on 28 February nothing is counted by it", before],
  ["R-RRK-19", "DENY", "rrkMuenster", "CASE_ADMISSION", "SEE EVASION", ["OWN_CASE"], "on 1 September nothing is counted by it any more", after],
  ["R-RRK-19", "DENY", "rrkKoeln", "CASE_ADMISSION", "SEE EVASION", ["OWN_CASE"], "RRK Köln, which has no assessments, does not see it"],
  ["R-RRK-20", "ALLOW", "rrkKoeln", "NOTIFICATION", "SEE NOTICE_CUSTODY", ["OWN_CASE"], "RRK Köln is told that custody ends in an own case"],
  ["R-RRK-20", "ALLOW", "rrkMuensterLead", "NOTIFICATION", "SEE NOTICE_KIND", ["OWN_CASE"], "the lead is told what kind of news it is"],
  ["R-RRK-20", "DENY", "rrkMuenster", "NOTIFICATION", "SEE NOTICE_EXPULSION", ["PARTICIPATING_CASE"], "RRK Münster is told nothing of a case that another RRK has"],
  ["R-RRK-20", "DENY", "rrkMuenster", "NOTIFICATION", "SEE NOTICE_EXPULSION", ["OWN_CASE", "UNION_CITIZEN"], "nothing is told of what is withheld of a citizen of the Union"],
  ["R-RRK-20", "DENY", "rrkMuenster", "NOTIFICATION", "SEE CUSTODY", ["OWN_CASE"], "whoever reads notices reads no custody under that purpose"],
];

import type { RuleRow } from "../RuleRow.ts";

/** LKA, police, prosecution and prisons. */
// biome-ignore format: a table, a row a line
export const securityRows: readonly RuleRow[] = [
  ["R-LKA-01", "ALLOW", "lka", "DANGER_AVERSION", "SEE OBLIGATION_TO_LEAVE", ["OWN_FINDING"], "the LKA sees enforceability where it supplied a finding"],
  ["R-LKA-01", "DENY", "lka", "DANGER_AVERSION", "SEE OBLIGATION_TO_LEAVE", [], "the LKA sees nobody else"],
  ["R-LKA-01", "DENY", "lka", "CRIMINAL_PROSECUTION", "SEE OBLIGATION_TO_LEAVE", ["OWN_FINDING"], "the LKA asks for no other purpose"],

  ["R-LKA-02", "ALLOW", "lka", "DANGER_AVERSION", "SEE POLICE_FINDING", ["OWN_FINDING", "OWN_RECORD"], "the LKA sees the finding that it supplied"],
  ["R-LKA-02", "DENY", "lka", "DANGER_AVERSION", "SEE POLICE_FINDING", ["OWN_FINDING"], "the LKA sees no finding that a police authority supplied about the same person"],
  ["R-LKA-02", "DENY", "lka", "DANGER_AVERSION", "SEE REPEAT_OFFENDER_LISTING", ["OWN_FINDING"], "the LKA sees no listing that a police authority decided on"],
  ["R-LKA-02", "DENY", "lka", "DANGER_AVERSION", "SEE CONVICTION", ["OWN_FINDING"], "the LKA sees no conviction here"],
  ["R-LKA-02", "DENY", "lka", "DANGER_AVERSION", "SEE ASSESSMENT_BAND", ["OWN_FINDING", "PARTICIPATING_CASE"], "the LKA supplies and does not see the score"],

  ["R-LKA-03", "ALLOW", "lka", "DANGER_AVERSION", "WRITE CASE_PROPOSAL", ["OWN_FINDING"], "the LKA proposes a person it supplied a finding about"],
  ["R-LKA-03", "DENY", "lka", "DANGER_AVERSION", "WRITE CASE_PROPOSAL", ["PARTICIPATING_CASE"], "a task alone lets the LKA propose nobody"],

  ["R-LKA-04", "ALLOW", "lka", "DANGER_AVERSION", "SEE CASE", ["PARTICIPATING_CASE"], "the LKA sees the state of a case in which it takes part"],
  ["R-LKA-04", "DENY", "lka", "DANGER_AVERSION", "SEE CASE", ["OWN_FINDING"], "a finding opens no case"],

  ["R-LKA-05", "ALLOW", "lka", "DANGER_AVERSION", "SEE MEASURE", ["PARTICIPATING_CASE", "OWN_RECORD"], "the LKA sees the measure that it is to carry out"],
  ["R-LKA-05", "DENY", "lka", "DANGER_AVERSION", "SEE MEASURE", ["PARTICIPATING_CASE"], "the LKA sees no measure of another office in the same case"],

  ["R-POLICE-01", "ALLOW", "policeMuenster", "CRIMINAL_PROSECUTION", "SEE TOLERATION", ["OWN_FINDING"], "the police of Münster see the toleration where they have a finding"],
  ["R-POLICE-01", "DENY", "policeMuenster", "CRIMINAL_PROSECUTION", "SEE TOLERATION", [], "the police of Münster see nobody else"],
  ["R-POLICE-01", "DENY", "policeMuenster", "CRIMINAL_PROSECUTION", "SEE IDENTITY", ["OWN_RECORD"], "that a record is their own opens to the police of Münster nothing of the person"],
  ["R-POLICE-01", "DENY", "policeMuenster", "DANGER_AVERSION", "SEE TOLERATION", ["OWN_FINDING", "UNION_CITIZEN"], "of a citizen of the Union the police see the indicator alone"],

  ["R-POLICE-02", "ALLOW", "policeMuenster", "DANGER_AVERSION", "SEE REPEAT_OFFENDER_LISTING", ["OWN_FINDING", "OWN_RECORD"], "the police of Münster see their listing"],
  ["R-POLICE-02", "ALLOW", "policeMuenster", "CRIMINAL_PROSECUTION", "SEE WANTED_NOTICE", ["OWN_FINDING", "OWN_RECORD"], "the police of Münster see a wanted notice that they gave out"],
  ["R-POLICE-02", "DENY", "policeMuenster", "DANGER_AVERSION", "SEE POLICE_FINDING", ["OWN_FINDING"], "the police of Münster see no finding of another police authority about the same person"],
  ["R-POLICE-02", "DENY", "policeMuenster", "CRIMINAL_PROSECUTION", "SEE WANTED_NOTICE", ["OWN_FINDING"], "the police of Münster see no wanted notice of another office"],
  ["R-POLICE-02", "DENY", "policeMuenster", "DANGER_AVERSION", "SEE INVESTIGATION", ["OWN_FINDING"], "the police of Münster see no investigation here"],

  ["R-POLICE-03", "ALLOW", "policeMuenster", "DANGER_AVERSION", "WRITE CASE_PROPOSAL", ["OWN_FINDING"], "the police of Münster propose a person they have a finding about"],
  ["R-POLICE-03", "DENY", "policeMuenster", "DANGER_AVERSION", "WRITE CASE_PROPOSAL", [], "the police of Münster propose nobody else"],

  ["R-POLICE-04", "ALLOW", "policeMuenster", "DANGER_AVERSION", "SEE CASE", ["PARTICIPATING_CASE"], "the police of Münster see the state of the case that they proposed"],
  ["R-POLICE-04", "DENY", "policeMuenster", "DANGER_AVERSION", "SEE CASE_STAFF", ["PARTICIPATING_CASE"], "the police of Münster do not see who works on it"],

  ["R-LKA-06", "ALLOW", "lka", "DANGER_AVERSION", "WRITE MEASURE_REPORT", ["PARTICIPATING_CASE"], "the LKA reports on its measure"],
  ["R-LKA-06", "DENY", "lka", "DANGER_AVERSION", "WRITE MEASURE_REPORT", ["OWN_FINDING"], "a finding alone is no part in a case"],
  ["R-POLICE-06", "ALLOW", "policeMuenster", "DANGER_AVERSION", "WRITE MEASURE_REPORT", ["PARTICIPATING_CASE"], "the police of Münster report on their measure"],
  ["R-POLICE-06", "DENY", "policeMuenster", "DANGER_AVERSION", "WRITE MEASURE_REPORT", ["OWN_FINDING"], "a finding alone is no part in a case"],
  ["R-POLICE-05", "ALLOW", "policeMuenster", "DANGER_AVERSION", "SEE MEASURE", ["PARTICIPATING_CASE", "OWN_RECORD"], "the police of Münster see the measure that they are to carry out"],
  ["R-POLICE-05", "DENY", "policeMuenster", "DANGER_AVERSION", "SEE MEASURE", ["PARTICIPATING_CASE"], "the police of Münster see no measure of another office in the same case"],

  ["R-STA-01", "ALLOW", "staMuenster", "SENTENCE_ENFORCEMENT", "SEE RESIDENCE_STATUS", ["OWN_INVESTIGATION"], "a prosecutor sees the residence status in own proceedings"],
  ["R-STA-01", "ALLOW", "staMuenster", "CRIMINAL_PROSECUTION", "SEE IDENTITY", ["CONSENT_REQUEST"], "a prosecutor sees whom a request for consent concerns"],
  ["R-STA-01", "DENY", "staMuenster", "CRIMINAL_PROSECUTION", "SEE IDENTITY", [], "a prosecutor sees nobody else"],

  ["R-STA-02", "ALLOW", "staMuenster", "CRIMINAL_PROSECUTION", "SEE INVESTIGATION_DETAIL", ["OWN_INVESTIGATION", "OWN_RECORD", "DISCLOSURE_DEFERRED"], "a prosecutor sees own investigations, deferred or not"],
  ["R-STA-02", "ALLOW", "staMuenster", "CRIMINAL_PROSECUTION", "SEE WANTED_NOTICE", ["OWN_INVESTIGATION", "OWN_RECORD"], "a prosecutor sees the wanted notice that the office gave out"],
  ["R-STA-02", "DENY", "staMuenster", "CRIMINAL_PROSECUTION", "SEE INVESTIGATION", ["OWN_INVESTIGATION"], "a prosecutor sees no investigation of another office against the same person"],
  ["R-STA-02", "DENY", "staMuenster", "CRIMINAL_PROSECUTION", "SEE INVESTIGATION_DETAIL", ["CONSENT_REQUEST"], "a request for consent opens no investigation"],

  ["R-STA-03", "ALLOW", "staMuenster", "SENTENCE_ENFORCEMENT", "SEE WAIVER_456A", ["OWN_INVESTIGATION", "OWN_RECORD"], "as enforcement authority a prosecutor sees the waiver"],
  ["R-STA-03", "DENY", "staMuenster", "SENTENCE_ENFORCEMENT", "SEE CUSTODY", ["OWN_INVESTIGATION"], "a prosecutor sees no custody that another office enforces"],
  ["R-STA-03", "DENY", "staMuenster", "CRIMINAL_PROSECUTION", "SEE WAIVER_456A", ["OWN_INVESTIGATION", "OWN_RECORD"], "prosecution does not need the waiver"],

  ["R-STA-04", "ALLOW", "staMuenster", "CRIMINAL_PROSECUTION", "SEE CASE", ["CONSENT_REQUEST"], "a prosecutor sees the state of the case for which consent is asked"],
  ["R-STA-04", "DENY", "staMuenster", "CRIMINAL_PROSECUTION", "SEE CASE", ["OWN_INVESTIGATION"], "own proceedings open no case"],
  ["R-STA-04", "DENY", "staMuenster", "CRIMINAL_PROSECUTION", "SEE ASSESSMENT_BAND", ["CONSENT_REQUEST"], "a prosecutor sees no band"],

  ["R-STA-05", "ALLOW", "staMuenster", "CRIMINAL_PROSECUTION", "WRITE PROSECUTOR_CONSENT_ANSWER", ["CONSENT_REQUEST"], "a prosecutor answers the request"],
  ["R-STA-05", "DENY", "staMuenster", "CRIMINAL_PROSECUTION", "WRITE PROSECUTOR_CONSENT_ANSWER", ["OWN_INVESTIGATION"], "a prosecutor who was not asked does not answer"],

  ["R-STA-06", "ALLOW", "staMuenster", "CRIMINAL_PROSECUTION", "SEE PROSECUTOR_CONSENT", ["CONSENT_REQUEST", "OWN_RECORD"], "a prosecutor sees the measure for which the office's consent is asked"],
  ["R-STA-06", "DENY", "staMuenster", "CRIMINAL_PROSECUTION", "SEE PROSECUTOR_CONSENT", ["CONSENT_REQUEST"], "a prosecutor sees no request made to another office in the same case"],

  ["R-JVA-01", "ALLOW", "jvaMuenster", "CUSTODY_ENFORCEMENT", "SEE REMOVAL_THREAT_EXISTENCE", ["OWN_CUSTODY"], "JVA Münster sees that a removal threat exists for a prisoner"],
  ["R-JVA-01", "DENY", "jvaMuenster", "CUSTODY_ENFORCEMENT", "SEE REMOVAL_THREAT", ["OWN_CUSTODY"], "JVA Münster sees of a removal threat neither the deadline nor whether it is enforceable"],
  ["R-JVA-01", "DENY", "jvaMuenster", "CUSTODY_ENFORCEMENT", "SEE EXPULSION", ["OWN_CUSTODY"], "JVA Münster sees of an expulsion neither the ground nor the dates"],
  ["R-JVA-01", "DENY", "jvaMuenster", "CUSTODY_ENFORCEMENT", "SEE REMOVAL_THREAT_EXISTENCE", [], "JVA Münster sees no one in another prison"],
  ["R-JVA-01", "DENY", "jvaMuenster", "CUSTODY_ENFORCEMENT", "SEE REMOVAL_DATE", ["OWN_CUSTODY"], "JVA Münster does not see the date of a removal"],

  ["R-JVA-02", "ALLOW", "jvaMuenster", "CUSTODY_ENFORCEMENT", "SEE CUSTODY", ["OWN_CUSTODY", "OWN_RECORD"], "JVA Münster sees the custody of a prisoner"],
  ["R-JVA-02", "DENY", "jvaMuenster", "CUSTODY_ENFORCEMENT", "SEE CUSTODY", ["OWN_CUSTODY"], "JVA Münster sees no custody in another prison"],
  ["R-JVA-02", "DENY", "jvaMuenster", "CUSTODY_ENFORCEMENT", "SEE CONVICTION", ["OWN_CUSTODY"], "JVA Münster sees no conviction here"],

  ["R-LKA-07", "ALLOW", "lka", "NOTIFICATION", "SEE NOTICE_CASE_COURSE", ["PARTICIPATING_CASE"], "the LKA is told that a case moved on in which it takes part"],
  ["R-LKA-07", "DENY", "lka", "NOTIFICATION", "SEE NOTICE_CASE_COURSE", ["OWN_FINDING"], "a finding alone tells the LKA of no case"],
  ["R-LKA-08", "ALLOW", "lka", "NOTIFICATION", "SEE NOTICE_MEASURE", ["PARTICIPATING_CASE", "OWN_RECORD"], "the LKA is told that its measure is due"],
  ["R-LKA-08", "DENY", "lka", "NOTIFICATION", "SEE NOTICE_MEASURE", ["PARTICIPATING_CASE"], "the LKA is told of no measure of another office"],
  ["R-POLICE-07", "ALLOW", "policeMuenster", "NOTIFICATION", "SEE NOTICE_CASE_COURSE", ["PARTICIPATING_CASE"], "the police of Münster are told that a case moved on in which they take part"],
  ["R-POLICE-07", "DENY", "policeMuenster", "NOTIFICATION", "SEE NOTICE_CUSTODY", ["PARTICIPATING_CASE"], "the police of Münster, who see no custody here, are told of none"],
  ["R-POLICE-08", "ALLOW", "policeMuenster", "NOTIFICATION", "SEE NOTICE_MEASURE", ["PARTICIPATING_CASE", "OWN_RECORD"], "the police of Münster are told that their measure is due"],
  ["R-POLICE-08", "DENY", "policeMuenster", "NOTIFICATION", "SEE NOTICE_MEASURE", ["PARTICIPATING_CASE"], "the police of Münster are told of no measure of another office"],
  ["R-STA-07", "ALLOW", "staMuenster", "NOTIFICATION", "SEE NOTICE_CASE", ["CONSENT_REQUEST"], "a prosecutor is told that there is news in a case in which the office was asked"],
  ["R-STA-07", "DENY", "staMuenster", "NOTIFICATION", "SEE NOTICE_CASE", [], "a prosecutor is told nothing of other cases"],
  ["R-STA-08", "ALLOW", "staMuenster", "NOTIFICATION", "SEE NOTICE_CONSENT", ["CONSENT_REQUEST", "OWN_RECORD"], "a prosecutor is told of a request to the own office"],
  ["R-STA-08", "DENY", "staMuenster", "NOTIFICATION", "SEE NOTICE_CONSENT", ["CONSENT_REQUEST"], "a prosecutor is told of no request to another office"],
  ["R-JVA-03", "ALLOW", "jvaMuenster", "NOTIFICATION", "SEE NOTICE_TIME", ["OWN_CUSTODY"], "a prison is told when there was news of a person it holds"],
  ["R-JVA-03", "DENY", "jvaMuenster", "NOTIFICATION", "SEE NOTICE_EXPULSION", ["OWN_CUSTODY"], "a prison, which sees the existence of an expulsion alone, is not told that it is final"],
  ["R-JVA-04", "ALLOW", "jvaMuenster", "NOTIFICATION", "SEE NOTICE_CUSTODY", ["OWN_CUSTODY", "OWN_RECORD"], "a prison is told of dates of its own custody"],
  ["R-JVA-04", "DENY", "jvaMuenster", "NOTIFICATION", "SEE NOTICE_CUSTODY", ["OWN_CUSTODY"], "a prison is told of no custody elsewhere"],
];

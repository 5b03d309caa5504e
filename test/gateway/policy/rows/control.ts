import type { RuleRow } from "../RuleRow.ts";

/** Ministries, data protection, evaluation, and the person concerned. */
// biome-ignore format: a table, a row a line
export const controlRows: readonly RuleRow[] = [
  ["R-MIN-01", "ALLOW", "mkjfgfi", "SUPERVISION", "SEE STATISTICS", [], "the MKJFGFI sees fixed tables"],
  ["R-MIN-01", "ALLOW", "imNrw", "SUPERVISION", "SEE STATISTICS", [], "the IM sees fixed tables"],
  ["R-MIN-01", "DENY", "mkjfgfi", "SUPERVISION", "SEE PERSON_REFERENCE", ["OWN_CASE"], "a ministry sees no person, whatever holds"],

  ["R-MIN-02", "ALLOW", "imNrw", "SUPERVISION", "SEE CATALOGUE", [], "the IM reads the catalogue"],
  ["R-MIN-02", "DENY", "imNrw", "EVALUATION", "SEE CATALOGUE", [], "a ministry states no purpose of the evaluation"],

  ["R-MIN-03", "ALLOW", "mkjfgfi", "SUPERVISION", "WRITE CATALOGUE_SUSPENSION", [], "the MKJFGFI stops scoring"],
  ["R-MIN-03", "ALLOW", "mkjfgfi", "SUPERVISION", "WRITE CATALOGUE_RESUMPTION", [], "the MKJFGFI lets scoring go on"],
  ["R-MIN-03", "DENY", "imNrw", "SUPERVISION", "WRITE CATALOGUE_SUSPENSION", [], "the IM, which does not supervise the Fallmanagement, stops nothing"],
  ["R-MIN-03", "DENY", "dpo", "DATA_PROTECTION_CONTROL", "WRITE CATALOGUE_SUSPENSION", [], "the data protection officer advises and does not decide (Art. 39 GDPR)"],

  ["R-API-01", "ALLOW", "rrkMuensterDeveloper", "INTERFACE_DEVELOPMENT", "SEE INTERFACE", [], "a front-end team reads contracts and their usage"],
  ["R-API-01", "DENY", "rrkMuensterDeveloper", "INTERFACE_DEVELOPMENT", "SEE PERSON_REFERENCE", ["OWN_CASE"], "a front-end team sees no person, whatever holds"],
  ["R-API-01", "DENY", "rrkMuensterDeveloper", "INTERFACE_DEVELOPMENT", "SEE ACCESS_RECORD", [], "usage is not read from the access log"],
  ["R-API-01", "DENY", "rrkMuenster", "CASE_MANAGEMENT", "SEE INTERFACE", ["OWN_CASE"], "a caseworker counts no colleagues' clicks"],
  ["R-MIN-04", "ALLOW", "mkjfgfi", "SUPERVISION", "SEE WORKING_TIME", [], "the MKJFGFI plans posts by the working time of many"],
  ["R-MIN-04", "ALLOW", "imNrw", "SUPERVISION", "SEE WORKING_TIME", [], "the IM plans posts by the working time of many"],
  ["R-MIN-04", "DENY", "rrkMuensterLead", "CASE_MANAGEMENT", "SEE WORKING_TIME", ["OWN_CASE"], "a lead does not read how long the own staff takes"],

  ["R-DPO-01", "ALLOW", "dpo", "DATA_PROTECTION_CONTROL", "SEE ACCESS_RECORD", [], "the data protection officer reads access records"],
  ["R-DPO-01", "DENY", "dpo", "DATA_PROTECTION_CONTROL", "SEE PERSON_REFERENCE", ["OWN_CASE"], "the data protection officer opens no person"],
  ["R-DPO-01", "DENY", "rrkMuensterLead", "DATA_PROTECTION_CONTROL", "SEE ACCESS_RECORD", ["OWN_CASE"], "a lead does not control the own staff by the records"],

  ["R-DPO-02", "ALLOW", "dpo", "DATA_PROTECTION_CONTROL", "SEE CATALOGUE", [], "the data protection officer reads the catalogue"],
  ["R-DPO-02", "DENY", "dpo", "DATA_PROTECTION_CONTROL", "SEE ASSESSMENT_BAND", [], "the data protection officer sees no result"],

  ["R-DPO-03", "ALLOW", "dpo", "DATA_PROTECTION_CONTROL", "SEE POLICY", [], "the data protection officer asks who may see what"],
  ["R-DPO-03", "DENY", "rrkMuensterLead", "CASE_MANAGEMENT", "SEE POLICY", ["OWN_CASE"], "a lead is not told by the log's keeper who else may see what"],

  ["R-DPO-04", "ALLOW", "dpo", "DATA_PROTECTION_CONTROL", "WRITE ACCESS_REVIEW", [], "the data protection officer puts a verdict on an access on record"],
  ["R-DPO-04", "DENY", "rrkMuensterLead", "CASE_MANAGEMENT", "WRITE ACCESS_REVIEW", ["OWN_CASE"], "a lead does not review the accesses of the own staff"],

  ["R-DPO-05", "ALLOW", "dpo", "DATA_PROTECTION_CONTROL", "WRITE ACCESS_ERASURE", [], "the data protection officer has a data subject's row of the log's key table erased"],
  ["R-DPO-05", "DENY", "rrkMuensterLead", "CASE_MANAGEMENT", "WRITE ACCESS_ERASURE", ["OWN_CASE"], "a lead erases nothing from the record of the own staff"],

  ["R-EVAL-01", "ALLOW", "evaluator", "EVALUATION", "SEE EVALUATION_RECORD", [], "the evaluator reads pseudonymised assessments"],
  ["R-EVAL-01", "DENY", "evaluator", "EVALUATION", "SEE ASSESSMENT_BAND", ["OWN_CASE"], "the evaluator sees nobody's assessment"],

  ["R-EVAL-02", "ALLOW", "evaluator", "EVALUATION", "SEE CATALOGUE", [], "the evaluator reads the catalogue"],
  ["R-EVAL-02", "DENY", "evaluator", "SUPERVISION", "SEE CATALOGUE", [], "the evaluator does not supervise"],

  ["R-EVAL-03", "ALLOW", "evaluator", "EVALUATION", "SEE VALIDITY_REPORT", [], "the evaluator reads how valid the assessments are"],
  ["R-EVAL-03", "DENY", "evaluator", "EVALUATION", "SEE SEX", ["OWN_CASE"], "the evaluator reads of groups, and of nobody to which one a person belongs"],
  ["R-EVAL-03", "DENY", "rrkMuensterLead", "CASE_MANAGEMENT", "SEE VALIDITY_REPORT", ["OWN_CASE"], "a lead does not read how the own staff decides"],

  ["R-SELF-01", "ALLOW", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE MEDICAL_OBSTACLE", ["SELF"], "the person concerned sees the own medical obstacle"],
  ["R-SELF-01", "ALLOW", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE IDENTITY", ["SELF", "LARGE_TRANSFER_BLOCK"], "the person concerned sees the own data under a large transfer block"],
  ["R-SELF-01", "ALLOW", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE RESIDENCE_STATUS", ["SELF", "UNION_CITIZEN"], "a citizen of the Union sees the own data"],
  ["R-SELF-01", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE IDENTITY", [], "the person concerned sees nobody else"],
  ["R-SELF-01", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE REMOVAL_DATE", ["SELF"], "the date of the removal is not announced"],

  ["R-SELF-02", "ALLOW", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE INVESTIGATION", ["SELF"], "the person concerned sees an investigation that was disclosed"],
  ["R-SELF-02", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE INVESTIGATION", ["SELF", "DISCLOSURE_DEFERRED"], "the person concerned does not see an investigation whose disclosure is deferred"],
  ["R-SELF-02", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE WANTED_NOTICE", ["SELF"], "the person concerned does not see a wanted notice"],

  ["R-SELF-03", "ALLOW", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE CATALOGUE", [], "the person concerned reads by which criteria an assessment is made"],
  ["R-SELF-03", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "COMBINE CONDUCT_FACTS", ["SELF"], "a request for access starts no assessment"],

  ["R-SELF-04", "ALLOW", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE CASE", ["SELF"], "the person concerned sees the state of an own case"],
  ["R-SELF-04", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE CASE", [], "the person concerned sees nobody else's case"],
  ["R-SELF-04", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE CASE_PROPOSAL", ["SELF"], "who proposed the case and on what ground is not told"],
  ["R-SELF-04", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE CASE_STAFF", ["SELF"], "no name of staff is told"],
  ["R-SELF-04", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE MEASURE", ["SELF"], "no measure is told, which could be the preparation of a removal"],

  ["R-SELF-05", "ALLOW", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE ASSESSMENT_POINTS", ["SELF"], "the person concerned is told the points of a kept assessment"],
  ["R-SELF-05", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE ASSESSMENT_POINTS", ["SELF", "RESTS_ON_PROCEEDINGS"], "points that can rest on criminal proceedings are not told"],
  ["R-SELF-05", "ALLOW", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE ASSESSMENT_DISCLOSURE", ["SELF", "RESTS_ON_PROCEEDINGS"], "that such a criterion exists is told"],
  ["R-SELF-05", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE ASSESSMENT_TRACE", ["SELF"], "the trace as the office has it is not told"],
  ["R-SELF-05", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE ASSESSMENT_BAND", ["SELF"], "the band as the office has it is not told"],
  ["R-SELF-05", "DENY", "rrkMuensterLead", "CASE_MANAGEMENT", "SEE ASSESSMENT_POINTS", ["OWN_CASE"], "an office reads the assessment itself, not what is told of it"],

  ["R-SELF-06", "ALLOW", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE ACCESS_DISCLOSURE", ["SELF"], "the person concerned is told who read the own data"],
  ["R-SELF-06", "ALLOW", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE ACCESS_DISCLOSURE", ["SELF", "LARGE_TRANSFER_BLOCK"], "the person concerned is told so under a large transfer block"],
  ["R-SELF-06", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE ACCESS_DISCLOSURE", [], "nobody is told who read another person's data"],
  ["R-SELF-06", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE ACCESS_RECORD", ["SELF"], "the record with names of staff, cases and reasons is not told"],

  ["R-BRT-01", "ALLOW", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "SEE TOLERATION_REASON", ["OWN_FILE"], "the desk for the rights of the person drafts out of the file"],
  ["R-BRT-01", "DENY", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "SEE IDENTITY", ["OWN_FILE", "LARGE_TRANSFER_BLOCK"], "for the desk a person under a large transfer block does not exist"],
  ["R-BRT-01", "DENY", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "SEE IDENTITY", [], "the desk drafts for nobody whose file its office does not keep"],
  ["R-BRT-01", "DENY", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "SEE REMOVAL_DATE", ["OWN_FILE"], "the date of a removal is in no draft"],

  ["R-BRT-02", "ALLOW", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "SEE INVESTIGATION", ["OWN_FILE"], "an investigation that may be disclosed is in the draft"],
  ["R-BRT-02", "DENY", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "SEE INVESTIGATION", ["OWN_FILE", "DISCLOSURE_DEFERRED"], "an investigation whose disclosure is deferred is in no draft"],
  ["R-BRT-02", "DENY", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "SEE POLICE_FINDING", ["OWN_FILE"], "what the police found is in no draft: it cannot be deferred by a mark"],

  ["R-BRT-03", "ALLOW", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "SEE CATALOGUE", [], "the desk tells by which criteria an assessment is made"],
  ["R-BRT-03", "DENY", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "COMBINE CONDUCT_FACTS", ["OWN_FILE"], "a draft starts no assessment"],

  ["R-BRT-04", "ALLOW", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "SEE ASSESSMENT_POINTS", ["PARTICIPATING_CASE"], "the desk tells how a kept assessment came about"],
  ["R-BRT-04", "DENY", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "SEE ASSESSMENT_POINTS", ["PARTICIPATING_CASE", "RESTS_ON_PROCEEDINGS"], "points that can rest on criminal proceedings are in no draft"],
  ["R-BRT-04", "DENY", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "SEE ASSESSMENT_BAND", ["PARTICIPATING_CASE"], "the desk does not see the band as the RRK has it"],

  ["R-BRT-05", "ALLOW", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "SEE ACCESS_DISCLOSURE", ["OWN_FILE"], "the desk names the recipients that the person may be told of"],
  ["R-BRT-05", "DENY", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "SEE ACCESS_RECORD", ["OWN_FILE"], "the desk does not read the record itself"],

  ["R-BRT-06", "ALLOW", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "WRITE SUBJECT_REQUEST", ["OWN_FILE"], "the desk takes down a request"],
  ["R-BRT-06", "DENY", "abhBorkenRights", "DATA_SUBJECT_REQUEST", "WRITE SUBJECT_REQUEST", ["PARTICIPATING_CASE"], "the desk deals with no request about a file of another authority"],
  ["R-BRT-06", "DENY", "abhBorken", "RESIDENCE_PROCEDURE", "SEE SUBJECT_REQUEST", ["OWN_FILE"], "who works on the file does not read what the person asked for"],

  ["R-COR-01", "ALLOW", "bamf", "NOTIFICATION", "SEE CORRECTION_NOTICE", [], "the BAMF is told of a corrected fact that it was shown, whatever relation is left"],
  ["R-COR-01", "ALLOW", "lka", "NOTIFICATION", "WRITE CORRECTION_ACKNOWLEDGEMENT", [], "the LKA acknowledges that it has mended a fact"],
  ["R-COR-01", "DENY", "rrkMuensterSecondRater", "NOTIFICATION", "WRITE CORRECTION_ACKNOWLEDGEMENT", [], "a second rater, who keeps no file, acknowledges nothing for the office"],
  ["R-COR-01", "DENY", "dpo", "DATA_PROTECTION_CONTROL", "WRITE CORRECTION_ACKNOWLEDGEMENT", [], "the data protection officer acknowledges nothing in the place of an office"],
  ["R-COR-02", "ALLOW", "lka", "NOTIFICATION", "SEE CORRECTION_RECORD_CONFLICT", [], "the LKA is shown where its own deliveries contradict each other"],
  ["R-COR-03", "ALLOW", "abhBorken", "NOTIFICATION", "WRITE CORRECTION_RESIDENCE_DECISION", [], "a caseworker of Kreis Borken decides which of two deliveries holds"],
  ["R-COR-02", "DENY", "lkaIntake", "DATA_MAINTENANCE", "WRITE CORRECTION_RECORD_DECISION", [], "the interface of the LKA decides nothing: a person does"],
  ["R-COR-02", "DENY", "abhBorken", "NOTIFICATION", "SEE CORRECTION_RECORD_CONFLICT", [], "Kreis Borken sees no conflicts in records of the police"],
  ["R-COR-03", "DENY", "rrkMuenster", "NOTIFICATION", "SEE CORRECTION_RESIDENCE_CONFLICT", ["OWN_CASE"], "RRK Münster, which supplies nothing, sees no conflicts of others"],
  ["R-COR-01", "DENY", "dataSubject", "DATA_SUBJECT_ACCESS", "SEE CORRECTION_NOTICE", ["SELF"], "the person concerned is no recipient of these"],
];

const step = (name: string, input: string) =>
  `mutation Pilot($input: ${input}!) { ${name}(input: $input) { case { caseRef state } } }`;

/** What the pilot asks, by name. */
export const operations = {
  propose: step("proposeCase", "ProposeCaseInput"),
  check: step("checkProposal", "CheckProposalInput"),
  decide: step("decideAdmission", "DecideAdmissionInput"),
  confirm: step("confirmDecision", "ConfirmDecisionInput"),
  assign: step("assignCase", "AssignCaseInput"),
  handOver: step("handOverCase", "HandOverCaseInput"),
  conference: step("holdConference", "HoldConferenceInput"),
  addMeasure: `mutation Pilot($input: AddMeasureInput!) { addMeasure(input: $input) { case { caseRef state measures { id state } } } }`,
  reportMeasure: step("reportMeasure", "ReportMeasureInput"),
  requestConsent: step("requestConsent", "RequestConsentInput"),
  answerConsent: step("answerConsent", "AnswerConsentInput"),
  setDeadline: step("setDeadline", "SetDeadlineInput"),
  suspend: step("suspendCase", "CaseReasonInput"),
  resume: step("resumeCase", "CaseReasonInput"),
  close: step("closeCase", "CloseCaseInput"),
  estimate: step("recordOwnEstimate", "RecordOwnEstimateInput"),
  file: "query Pilot($caseRef: ID!) { case(caseRef: $caseRef) { person { socialConductReports { id reviewed } } } }",
  assess: "query Pilot($caseRef: ID!) { case(caseRef: $caseRef) { person { assessment { state band seal } } } }",
  keep: "mutation Pilot($input: RecordAssessmentInput!) { recordAssessment(input: $input) { recordedAssessment { id } } }",
  recorded: "query Pilot($caseRef: ID!) { case(caseRef: $caseRef) { recordedAssessments { id assessment { band } } } }",
} as const;

export type OperationName = keyof typeof operations;

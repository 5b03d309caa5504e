import type { GrantClaims } from "../../../schema/grant.ts";
import type { CaseworkWorld } from "./caseworkWorld.ts";

/** Input types of the mutations. */
const inputTypes = {
  proposeCase: "ProposeCaseInput",
  checkProposal: "CheckProposalInput",
  decideAdmission: "DecideAdmissionInput",
  confirmDecision: "ConfirmDecisionInput",
  assignCase: "AssignCaseInput",
  handOverCase: "HandOverCaseInput",
  suspendCase: "CaseReasonInput",
  resumeCase: "CaseReasonInput",
  closeCase: "CloseCaseInput",
  reopenCase: "CaseReasonInput",
  addMeasure: "AddMeasureInput",
  reportMeasure: "ReportMeasureInput",
  noteConsentNotRequired: "NoteConsentInput",
  setDeadline: "SetDeadlineInput",
  holdConference: "HoldConferenceInput",
  requestConsent: "RequestConsentInput",
  answerConsent: "AnswerConsentInput",
} as const;

/** What a mutation came to: the case it answered with, or an error code with the input field it names. */
export interface Outcome {
  readonly caseRef: string | null;
  readonly code: string | null;
  readonly field: string | null;
}

/** Makes a mutation as an office makes it. */
export async function mutate(
  world: CaseworkWorld,
  asker: GrantClaims,
  mutation: keyof typeof inputTypes,
  input: object,
): Promise<Outcome> {
  const query = `mutation Change($input: ${inputTypes[mutation]}!) { ${mutation}(input: $input) { case { caseRef } } }`;
  const { data, errors } = await world.answer(asker, query, { input });
  const payload = data?.[mutation] as { case: { caseRef: string } | null } | null | undefined;
  const extensions = errors?.at(0)?.extensions;
  return {
    caseRef: payload?.case?.caseRef ?? null,
    code: (extensions?.code as string | undefined) ?? null,
    field: (extensions?.field as string | undefined) ?? null,
  };
}

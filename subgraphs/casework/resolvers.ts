import type { TypeResolvers } from "../shell/Subgraph.ts";
import { caseParts } from "./caseParts.ts";
import { caseResolvers } from "./caseResolvers.ts";
import { caseStatistics } from "./caseStatistics.ts";
import { decisionStatistics } from "./decisionStatistics.ts";
import { addMeasure } from "./mutations/addMeasure.ts";
import { answerConsent } from "./mutations/answerConsent.ts";
import { assignCase } from "./mutations/assignCase.ts";
import { checkProposal } from "./mutations/checkProposal.ts";
import { closeCase } from "./mutations/closeCase.ts";
import { confirmDecision } from "./mutations/confirmDecision.ts";
import { decideAdmission } from "./mutations/decideAdmission.ts";
import { handOverCase } from "./mutations/handOverCase.ts";
import { holdConference } from "./mutations/holdConference.ts";
import { noteConsentNotRequired } from "./mutations/noteConsentNotRequired.ts";
import { pauseCase } from "./mutations/pauseCase.ts";
import { proposeCase } from "./mutations/proposeCase.ts";
import { reopenCase } from "./mutations/reopenCase.ts";
import { reportMeasure } from "./mutations/reportMeasure.ts";
import { requestConsent } from "./mutations/requestConsent.ts";
import { setDeadline } from "./mutations/setDeadline.ts";
import { queryNotices } from "./notices/queryNotices.ts";
import { personResolvers } from "./personResolvers.ts";
import { queryCase } from "./queryCase.ts";
import { queryCases } from "./queryCases.ts";
import { advanceSubjectRequest } from "./rights/advanceSubjectRequest.ts";
import { receiveSubjectRequest } from "./rights/receiveSubjectRequest.ts";
import { queryWorkingTime } from "./workingTime/queryWorkingTime.ts";

/** What answers which field of `schema/casework.graphql`. */
export const resolvers: Readonly<Record<string, TypeResolvers>> = {
  Query: {
    case: queryCase,
    cases: queryCases,
    notices: queryNotices,
    caseStatistics,
    decisionStatistics,
    workingTime: queryWorkingTime,
  },
  Mutation: {
    proposeCase,
    checkProposal,
    decideAdmission,
    confirmDecision,
    assignCase,
    handOverCase,
    suspendCase: pauseCase("suspendCase"),
    resumeCase: pauseCase("resumeCase"),
    closeCase,
    reopenCase,
    addMeasure,
    reportMeasure,
    requestConsent,
    noteConsentNotRequired,
    answerConsent,
    setDeadline,
    holdConference,
    receiveSubjectRequest,
    advanceSubjectRequest,
  },
  Case: caseResolvers,
  ...caseParts,
  Person: personResolvers,
};

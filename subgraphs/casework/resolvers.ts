import type { TypeResolvers } from "../shell/Subgraph.ts";
import { caseParts } from "./caseParts.ts";
import { caseResolvers } from "./caseResolvers.ts";
import { caseStatistics } from "./caseStatistics.ts";
import { decisionStatistics } from "./decisionStatistics.ts";
import { addMeasure } from "./mutations/addMeasure.ts";
import { answerConsent } from "./mutations/answerConsent.ts";
import { decideAdmission } from "./mutations/decideAdmission.ts";
import { proposeCase } from "./mutations/proposeCase.ts";
import { requestConsent } from "./mutations/requestConsent.ts";
import { personResolvers } from "./personResolvers.ts";
import { queryCase } from "./queryCase.ts";
import { queryCases } from "./queryCases.ts";

/** What answers which field of `schema/casework.graphql`. */
export const resolvers: Readonly<Record<string, TypeResolvers>> = {
  Query: { case: queryCase, cases: queryCases, caseStatistics, decisionStatistics },
  Mutation: { proposeCase, decideAdmission, addMeasure, requestConsent, answerConsent },
  Case: caseResolvers,
  ...caseParts,
  Person: personResolvers,
};

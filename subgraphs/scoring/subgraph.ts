import type { Subgraph } from "../shell/Subgraph.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { assessmentDisclosures } from "./assessmentDisclosures.ts";
import { assessmentStatistics } from "./assessmentStatistics.ts";
import { assessPerson } from "./assessPerson.ts";
import { catalogues } from "./catalogue/catalogues.ts";
import type { DisclosedContribution } from "./disclosure/disclose.ts";
import { evaluationRecords } from "./evaluationRecords.ts";
import { populate } from "./population/populate.ts";
import { presentCatalogue } from "./presentCatalogue.ts";
import { recordAssessment } from "./recordAssessment.ts";
import { recordBlindRating } from "./recordBlindRating.ts";
import { recordedAssessments } from "./recordedAssessments.ts";
import { recordOwnEstimate } from "./recordOwnEstimate.ts";
import { sealKey } from "./seal/sealKey.ts";
import { recordAct } from "./suspension/recordAct.ts";
import { scoringDoors } from "./validity/scoringDoors.ts";
import { worklist } from "./worklist.ts";
import { worklistByDate } from "./worklistByDate.ts";

/** IRIS: catalogue, assessments on demand, what is kept of them, and the worklist they order. */
export const scoring: Subgraph = {
  name: "scoring",
  schema: "scoring",
  resolvers: {
    Query: {
      catalogue: (_parent, _args, { grant }: SubgraphContext) => {
        const inForce = catalogues.inForce(grant.date);
        return inForce === null ? null : presentCatalogue(inForce);
      },
      worklist,
      worklistByDate,
      assessmentStatistics,
      evaluationRecords,
    },
    Mutation: {
      recordAssessment,
      recordOwnEstimate,
      recordBlindRating,
      suspendCatalogue: recordAct("SUSPENDED"),
      resumeCatalogue: recordAct("RESUMED"),
    },
    Person: {
      __resolveReference: (reference: unknown) => reference,
      assessment: assessPerson,
    },
    Case: {
      __resolveReference: (reference: unknown) => reference,
      recordedAssessments,
      assessmentDisclosures,
    },
  },
  records: { DisclosedContribution: { factsOf: ({ recordFacts }: DisclosedContribution) => recordFacts } },
  populate,
  doors: scoringDoors,
  // A key file that cannot be used stops the start, not the first recording.
  prepare: async () => void sealKey(),
};

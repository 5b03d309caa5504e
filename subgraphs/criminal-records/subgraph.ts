import { openConflicts } from "../shell/intake/conflicts/openConflicts.ts";
import { settleIntake } from "../shell/intake/settleIntake.ts";
import type { Subgraph } from "../shell/Subgraph.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { occurrences } from "./occurrences.ts";
import { populate } from "./populate.ts";
import { recordTypes } from "./records/recordTypes.ts";
import { convictionFields } from "./resolvers/convictionFields.ts";
import { custodyFields } from "./resolvers/custodyFields.ts";
import { investigationFields } from "./resolvers/investigationFields.ts";
import { investigationStatistics } from "./resolvers/investigationStatistics.ts";
import { personFields } from "./resolvers/personFields.ts";
import { policeFindingFields } from "./resolvers/policeFindingFields.ts";
import { removalBarConvictionFields } from "./resolvers/removalBarConvictionFields.ts";
import { repeatOffenderListingFields } from "./resolvers/repeatOffenderListingFields.ts";
import { wantedNoticeFields } from "./resolvers/wantedNoticeFields.ts";
import { intake } from "./supply/intake.ts";
import { supplyMutations } from "./supply/supplyMutations.ts";

/** Convictions, investigations, custody and police records (Straftaten, Haft). */
export const criminalRecords: Subgraph = {
  name: "criminal-records",
  schema: "criminal_records",
  resolvers: {
    Query: {
      investigationStatistics,
      recordConflicts: (_: unknown, _args: unknown, context: SubgraphContext) => openConflicts(context, intake),
    },
    Mutation: supplyMutations,
    Person: personFields,
    Conviction: convictionFields,
    RemovalBarConviction: removalBarConvictionFields,
    Investigation: investigationFields,
    Custody: custodyFields,
    WantedNotice: wantedNoticeFields,
    RepeatOffenderListing: repeatOffenderListingFields,
    PoliceFinding: policeFindingFields,
  },
  records: recordTypes,
  occurrences,
  versionsCorrect: true,
  populate,
  keepUp: (database, date, record) => settleIntake(database, intake, date, record),
};

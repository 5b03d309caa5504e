import { openConflicts } from "../shell/intake/conflicts/openConflicts.ts";
import { settleIntake } from "../shell/intake/settleIntake.ts";
import type { Subgraph } from "../shell/Subgraph.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { announcement } from "./linkage/announcement.ts";
import { announcePersons } from "./linkage/announcePersons.ts";
import { candidates } from "./linkage/clearing/candidates.ts";
import { clearingQueue } from "./linkage/clearing/clearingQueue.ts";
import { decideIdentity } from "./linkage/clearing/decideIdentity.ts";
import { linkageActs } from "./linkage/clearing/linkageActs.ts";
import { reopenIdentity } from "./linkage/clearing/reopenIdentity.ts";
import { mergePersons } from "./linkage/merging/mergePersons.ts";
import { undoMerge } from "./linkage/merging/undoMerge.ts";
import { withdrawUnanswered } from "./linkage/withdrawUnanswered.ts";
import { occurrences } from "./occurrences.ts";
import { populate } from "./population/populate.ts";
import { factFields } from "./resolvers/factFields.ts";
import { personByReference } from "./resolvers/personByReference.ts";
import { personFields } from "./resolvers/personFields.ts";
import { type PersonListArguments, personList } from "./resolvers/personList.ts";
import { residenceStatistics } from "./resolvers/residenceStatistics.ts";
import { intake } from "./supply/intake.ts";
import { supplyMutations } from "./supply/supplyMutations.ts";
import { immigrationDoors } from "./validity/immigrationDoors.ts";

/** Persons and residence law (Ausländerrecht). */
export const immigration: Subgraph = {
  name: "immigration",
  schema: "immigration",
  resolvers: {
    Query: {
      person: (_: unknown, { personRef }: { readonly personRef: string }, context: SubgraphContext) =>
        personByReference(personRef, context),
      persons: (_: unknown, args: PersonListArguments, context: SubgraphContext) => personList(args, context),
      residenceStatistics: (_: unknown, _args: unknown, context: SubgraphContext) => residenceStatistics(context),
      announcement,
      clearingQueue,
      linkageActs,
      residenceConflicts: (_: unknown, _args: unknown, context: SubgraphContext) => openConflicts(context, intake),
    },
    Mutation: { announcePersons, decideIdentity, reopenIdentity, mergePersons, undoMerge, ...supplyMutations },
    ClearingQuestion: { candidates },
    Person: personFields,
    ...factFields,
  },
  occurrences,
  versionsCorrect: true,
  populate,
  async keepUp(database, date, record) {
    await withdrawUnanswered(database, date, record);
    await settleIntake(database, intake, date, record);
  },
  doors: immigrationDoors,
};

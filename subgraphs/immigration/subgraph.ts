import type { Subgraph } from "../shell/Subgraph.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { announcement } from "./linkage/announcement.ts";
import { announcePersons } from "./linkage/announcePersons.ts";
import { populate } from "./population/populate.ts";
import { factFields } from "./resolvers/factFields.ts";
import { personByReference } from "./resolvers/personByReference.ts";
import { personFields } from "./resolvers/personFields.ts";
import { type PersonListArguments, personList } from "./resolvers/personList.ts";
import { residenceStatistics } from "./resolvers/residenceStatistics.ts";

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
    },
    Mutation: { announcePersons },
    Person: personFields,
    ...factFields,
  },
  populate,
};

import type { Subgraph } from "../shell/Subgraph.ts";
import { occurrences } from "./occurrences.ts";
import { populate } from "./population/populate.ts";
import { recordTypes } from "./recordTypes.ts";
import { resolvers } from "./resolvers.ts";
import { destroyAnswered } from "./rights/destroyAnswered.ts";
import { caseworkDoors } from "./validity/caseworkDoors.ts";

export const casework: Subgraph = {
  name: "casework",
  schema: "casework",
  resolvers,
  records: recordTypes,
  occurrences,
  reads: "news",
  populate,
  keepUp: destroyAnswered,
  doors: caseworkDoors,
};

import type { Subgraph } from "../shell/Subgraph.ts";

export const casework: Subgraph = {
  name: "casework",
  schema: "casework",
  resolvers: {},
};

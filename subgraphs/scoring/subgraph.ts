import type { Subgraph } from "../shell/Subgraph.ts";

export const scoring: Subgraph = {
  name: "scoring",
  schema: "scoring",
  resolvers: {},
};

import type { Subgraph } from "../shell/Subgraph.ts";

export const immigration: Subgraph = {
  name: "immigration",
  schema: "immigration",
  resolvers: {},
};

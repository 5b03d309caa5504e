import type { Subgraph } from "../shell/Subgraph.ts";

export const audit: Subgraph = {
  name: "audit",
  schema: "audit",
  resolvers: {},
};

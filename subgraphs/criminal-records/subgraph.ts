import type { Subgraph } from "../shell/Subgraph.ts";

export const criminalRecords: Subgraph = {
  name: "criminal-records",
  schema: "criminal_records",
  resolvers: {},
};

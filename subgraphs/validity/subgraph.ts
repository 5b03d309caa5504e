import type { Subgraph } from "../shell/Subgraph.ts";
import { validityReport } from "./validityReport.ts";

/** The enclave (abgeschlossene Auswertung): measures the validity of IRIS on pseudonyms and groups, and holds no table. */
export const validity: Subgraph = {
  name: "validity",
  schema: "validity",
  isEnclave: true,
  resolvers: { Query: { validityReport } },
};

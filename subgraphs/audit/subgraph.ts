import { auditSubgraph } from "./auditSubgraph.ts";
import { logFolder } from "./logFolder.ts";

export const audit = auditSubgraph(logFolder);

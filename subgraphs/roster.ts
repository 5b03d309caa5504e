import { audit } from "./audit/subgraph.ts";
import { casework } from "./casework/subgraph.ts";
import { criminalRecords } from "./criminal-records/subgraph.ts";
import { immigration } from "./immigration/subgraph.ts";
import { scoring } from "./scoring/subgraph.ts";
import type { Subgraph } from "./shell/Subgraph.ts";
import { validity } from "./validity/subgraph.ts";

/** All subgraphs. The order is that of populating: none reads what another wrote, so it only orders the progress bar. */
export const roster: readonly Subgraph[] = [immigration, criminalRecords, casework, scoring, validity, audit];

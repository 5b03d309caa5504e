import { measureApart } from "../../validity/measureApart.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { presentReport } from "./presentReport.ts";
import { readFeed } from "./readFeed.ts";

/** The validity of what was recorded up to the date of the question, without a person or a case. */
export async function validityReport(_parent: unknown, _args: unknown, { database, grant }: SubgraphContext) {
  return presentReport(await measureApart(await readFeed(database, grant.date), grant.date));
}

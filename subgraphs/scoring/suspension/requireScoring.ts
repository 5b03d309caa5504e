import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { loadActs } from "./loadActs.ts";

/**
 * Makes sure that scoring with a catalogue version is not suspended on the date of the question.
 *
 * @throws SubgraphError CONFLICT, which says since when and where the reason stands
 */
export async function requireScoring(context: SubgraphContext, version: string): Promise<void> {
  const [latest] = await loadActs(context, version);
  if (latest?.act !== "SUSPENDED") return;
  throw new SubgraphError(
    "CONFLICT",
    `Scoring with this catalogue is suspended since ${latest.eventDate}. Its acts say why (catalogue). Work by date (worklistByDate).`,
  );
}

import { and, eq } from "drizzle-orm";
import { permits } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import { hadPart } from "../../shell/rating/hadPart.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { keptAssessment } from "../../shell/tables.ts";
import { actingPerson } from "./actingPerson.ts";

/**
 * Makes sure that what a decider says to have seen is an assessment recorded for this case, that the decider may see such a one, and has
 * opened it. What it says is not read: the directory tells that it was kept, and who opened a score.
 *
 * @param factId id of a recorded assessment, as it came
 * @throws SubgraphError INVALID_INPUT, the same whichever it is
 */
export async function requireSeen(
  context: SubgraphContext,
  transaction: Database,
  caseRef: string,
  factId: string,
): Promise<void> {
  const { grant } = context;
  const kept = and(eq(keptAssessment.factId, factId), eq(keptAssessment.caseRef, caseRef));
  const isKept = (await transaction.$count(keptAssessment, kept)) > 0;
  const maySee = permits(grant.reading("ASSESSMENT_BAND"), await context.caseFacts(caseRef));
  const hasSeen = await hadPart(transaction, caseRef, actingPerson(grant), ["OPENED_SCORE", "KEPT_ASSESSMENT"]);
  if (isKept && maySee && hasSeen) return;
  const detail = "Name an assessment that was recorded for this case and that you have seen, by its id.";
  throw new SubgraphError("INVALID_INPUT", detail, "input.seenAssessment");
}

import { and, eq } from "drizzle-orm";
import type { Database } from "../../shell/openStore.ts";
import { hadPart } from "../../shell/rating/hadPart.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { keptAssessment } from "../../shell/tables.ts";

/** What somebody says to have seen, of which case. */
interface Seen {
  readonly caseRef: string;
  /** Id of a recorded assessment, as it came. */
  readonly factId: string;
  /** Staff id of the decider. */
  readonly person: string;
  /** Whether the decider may see assessments of the case at all. */
  readonly maySee: boolean;
}

/**
 * Makes sure that what a decider says to have seen is an assessment recorded for this case, that the decider may see such a one, and has
 * opened it. What it says is not read: the directory tells that it was kept, and who opened a score.
 *
 * @throws SubgraphError INVALID_INPUT, the same whichever it is
 */
export async function requireSeen(transaction: Database, { caseRef, factId, person, maySee }: Seen): Promise<void> {
  const kept = and(eq(keptAssessment.factId, factId), eq(keptAssessment.caseRef, caseRef));
  const isKept = (await transaction.$count(keptAssessment, kept)) > 0;
  const hasSeen = await hadPart(transaction, caseRef, person, ["OPENED_SCORE", "KEPT_ASSESSMENT"]);
  if (isKept && maySee && hasSeen) return;
  const detail = "Name an assessment that was recorded for this case and that you have seen, by its id.";
  throw new SubgraphError("INVALID_INPUT", detail, "input.seenAssessment");
}

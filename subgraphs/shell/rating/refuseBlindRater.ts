import type { Database } from "../openStore.ts";
import { SubgraphError } from "../SubgraphError.ts";
import { hadPart } from "./hadPart.ts";

/**
 * Makes sure that whoever estimates, keeps an assessment or decides is another person than the one who rated the case blind.
 *
 * @throws SubgraphError CONFLICT
 */
export async function refuseBlindRater(database: Database, caseRef: string, person: string): Promise<void> {
  if (!(await hadPart(database, caseRef, person, ["RATED_BLIND"]))) return;
  throw new SubgraphError("CONFLICT", "You rated this case blind. Leave this step to another person.");
}

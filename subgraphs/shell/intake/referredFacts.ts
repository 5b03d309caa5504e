import type { GrantView } from "../grantView.ts";
import type { Database } from "../openStore.ts";
import type { SubgraphContext } from "../SubgraphContext.ts";
import { SubgraphError } from "../SubgraphError.ts";
import type { Ruling } from "./Ruling.ts";
import type { FactReferenceInput } from "./referFacts.ts";
import { suppliedMax } from "./supplyFacts.ts";

/**
 * Does something to facts that an office refers to, and answers as the contract's `ReferredFact` has it.
 *
 * @param rule one ruling a reference, in their order
 * @throws SubgraphError INVALID_INPUT for too many references
 */
export async function referredFacts(
  { database, grant }: SubgraphContext,
  references: readonly FactReferenceInput[],
  rule: (transaction: Database, grant: GrantView) => Promise<readonly Ruling[]>,
) {
  if (references.length > suppliedMax) {
    throw new SubgraphError("INVALID_INPUT", `Send at most ${suppliedMax} facts.`, "input.facts");
  }
  const rulings = await database.transaction((transaction) => rule(transaction, grant));
  const facts = rulings.map((ruling, index) => ({
    reference: references[index]?.reference,
    outcome: ruling.outcome,
    version: "version" in ruling ? ruling.version : null,
    reason: "reason" in ruling ? ruling.reason : null,
  }));
  return { facts };
}

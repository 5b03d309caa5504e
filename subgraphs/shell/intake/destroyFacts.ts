import { sql } from "drizzle-orm";
import type { Database } from "../openStore.ts";
import type { Intake } from "./Intake.ts";
import { liftFacts } from "./liftFacts.ts";

/** A fact on the ledger. */
interface LedgerFact {
  readonly factId: string;
  readonly factKind: string;
}

/**
 * Destroys facts: their rows, and what every version and every message said. What stays is that there was one under the sender's
 * reference, so that an old message that comes again does not bring it back.
 *
 * @param date date of the question: the versions hold no more from that day on
 */
export async function destroyFacts(
  transaction: Database,
  intake: Intake,
  facts: readonly LedgerFact[],
  date: string,
): Promise<void> {
  if (facts.length === 0) return;
  for (const [name, ofKind] of Map.groupBy(facts, ({ factKind }) => factKind)) {
    const kind = intake.kinds.get(name);
    if (kind === undefined) throw new Error(`There is no kind of fact ${name}.`);
    const ids = ofKind.map(({ factId }) => factId);
    await liftFacts(transaction, kind, ids, date);
  }
  const all = facts.map(({ factId }) => factId);
  const { suppliedConflict, suppliedFact, suppliedMessage, suppliedVersion } = intake.ledger;
  await transaction.execute(sql`DELETE FROM ${suppliedConflict} WHERE fact_id IN ${all}`);
  await transaction.execute(sql`UPDATE ${suppliedVersion} SET content = NULL WHERE fact_id IN ${all}`);
  await transaction.execute(sql`UPDATE ${suppliedMessage} SET content_hash = NULL WHERE fact_id IN ${all}`);
  await transaction.execute(sql`UPDATE ${suppliedFact} SET state = 'ERASED', content_hash = NULL, ticket_version = NULL
    WHERE fact_id IN ${all}`);
}

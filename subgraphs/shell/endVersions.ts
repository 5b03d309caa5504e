import { sql } from "drizzle-orm";
import type { Database } from "./openStore.ts";
import { factEnd } from "./tables.ts";

/**
 * Writes that versions of facts no longer hold, in the transaction that ends them. An earlier end that is known already stands.
 *
 * @param references each as `factId@version`
 * @param endsOn first day on which they no longer hold
 */
export async function endVersions(transaction: Database, references: readonly string[], endsOn: string): Promise<void> {
  if (references.length === 0) return;
  await transaction
    .insert(factEnd)
    .values(references.map((reference) => ({ reference, endsOn })))
    .onConflictDoUpdate({
      target: factEnd.reference,
      set: { endsOn: sql`LEAST(${factEnd.endsOn}, EXCLUDED.ends_on)` },
    });
}

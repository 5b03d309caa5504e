import { sql } from "drizzle-orm";
import type { LoggedOperation } from "../../../schema/accessLogOperations.ts";
import { offices } from "../../../schema/offices.ts";
import type { Database } from "../../shell/openStore.ts";
import { factRecipient } from "../tables.ts";

/**
 * Adds to the register to which offices versions of facts were disclosed, as a part of the log says it. Twice adds once. The person concerned is no
 * recipient in this sense.
 */
export async function foldRecipients(transaction: Database, operations: readonly LoggedOperation[]): Promise<void> {
  const told = new Map<string, typeof factRecipient.$inferInsert>();
  for (const { operation, subjects } of operations) {
    const office = operation.recipient;
    if (operation.outcome !== "ANSWERED" || office === null || !offices.has(office)) continue;
    for (const { facts } of subjects)
      for (const [factId, version] of facts) told.set(`${factId} ${version} ${office}`, { factId, version, office });
  }
  if (told.size === 0) return;
  await transaction.execute(sql`INSERT INTO ${factRecipient} (fact_id, version, office)
    SELECT "factId", version, office
    FROM json_to_recordset(${JSON.stringify([...told.values()])}::text::json) AS t ("factId" text, version int, office text)
    ON CONFLICT DO NOTHING`);
}

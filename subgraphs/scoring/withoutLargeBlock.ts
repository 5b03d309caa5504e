import { type SQL, sql } from "drizzle-orm";
import type { GrantView } from "../shell/grantView.ts";
import { personFactsInForce } from "../shell/relationPredicate.ts";

/**
 * Keeps persons under the large transfer block out of tables and sets that concern no single person, whatever the grant says:
 * their existence is not to be confirmed (§ 4 AZRG).
 */
export function withoutLargeBlock(grant: GrantView, personRef: SQL): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM ${personFactsInForce(grant)} AS blocked
    WHERE blocked.person_ref = ${personRef} AND blocked.kind = 'LARGE_TRANSFER_BLOCK')`;
}

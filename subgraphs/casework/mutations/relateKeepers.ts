import { sql } from "drizzle-orm";
import type { Database } from "../../shell/openStore.ts";
import { relation } from "../../shell/tables.ts";

/** A case that is new, and the RRK in charge of it. */
interface NewCase {
  readonly personRef: string;
  readonly caseRef: string;
  readonly rrk: string;
  readonly since: string;
}

/**
 * The immigration authority that keeps the person's file takes part in every case of the person (§ 71 AufenthG). One statement, however
 * many there are: whoever counts statements learns nothing of other offices.
 */
export async function relateKeepers(transaction: Database, { personRef, caseRef, rrk, since }: NewCase): Promise<void> {
  await transaction.execute(sql`INSERT INTO ${relation} (office, person_ref, kind, case_ref, since)
    SELECT DISTINCT k.office, k.person_ref, 'PARTICIPATING_CASE', ${caseRef}, ${since}::date FROM ${relation} AS k
    WHERE k.person_ref = ${personRef} AND k.kind = 'OWN_FILE' AND k.office <> ${rrk}
      AND k.since <= ${since} AND (k.until IS NULL OR k.until >= ${since})
    ON CONFLICT DO NOTHING`);
}

import { sql } from "drizzle-orm";
import type { Database } from "../../shell/openStore.ts";
import { relation } from "../../shell/tables.ts";
import type { officeTies } from "../officeTies.ts";

/** Relation that a case makes: of an office, or of the data subject itself, to the case. */
interface CaseRelation {
  readonly office: string;
  readonly personRef: string;
  readonly kind: (typeof officeTies)[number] | "SELF";
  readonly caseRef: string;
  readonly since: string;
}

/** Writes a relation to the directory; one that is open already stays as it is. */
export async function relate(transaction: Database, made: CaseRelation): Promise<void> {
  const { office, personRef, kind, caseRef, since } = made;
  await transaction.execute(sql`INSERT INTO ${relation} (office, person_ref, kind, case_ref, since)
    SELECT ${office}, ${personRef}, ${kind}, ${caseRef}, ${since}::date
    WHERE NOT EXISTS (SELECT 1 FROM ${relation} AS r WHERE r.office = ${office} AND r.person_ref = ${personRef}
      AND r.kind = ${kind} AND r.case_ref = ${caseRef} AND r.until IS NULL)
    ON CONFLICT (office, person_ref, kind, case_ref, since) DO UPDATE SET until = NULL`);
}

import { sql } from "drizzle-orm";
import type { Database } from "../../shell/openStore.ts";
import { relation } from "../../shell/tables.ts";
import type { recordedAssessment } from "../tables.ts";
import { isDrawn } from "./isDrawn.ts";

/**
 * Ties the office that kept an assessment to its case for a second rating, if the case is drawn: from that day for as long as the
 * assessment may be used. A case is drawn once, at its first assessment.
 */
export async function relateDrawn(
  transaction: Database,
  recorded: typeof recordedAssessment.$inferInsert,
  key: string,
): Promise<void> {
  const { sourceOffice, personRef, caseRef, eventDate, expiresOn } = recorded;
  if (!isDrawn(key, caseRef)) return;
  await transaction.execute(sql`INSERT INTO ${relation} (office, person_ref, kind, case_ref, since, until)
    SELECT ${sourceOffice}, ${personRef}, 'SECOND_RATING', ${caseRef}, ${eventDate}::date, ${expiresOn}::date
    WHERE NOT EXISTS (SELECT 1 FROM ${relation} AS r WHERE r.case_ref = ${caseRef} AND r.kind = 'SECOND_RATING')
    ON CONFLICT DO NOTHING`);
}

import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { casePart, estimateDraw } from "../tables.ts";

/**
 * Whether the case was drawn for an own estimate that this person has not given yet. What a colleague gave opens nothing: each forms a
 * view of one's own before seeing the score.
 *
 * @param person staff id; null, which no estimate can bear, waits for ever
 */
export function awaitsEstimate(caseRef: SQLWrapper, person: string | null): SQL {
  return sql`(EXISTS (SELECT 1 FROM ${estimateDraw} AS draw WHERE draw.case_ref = ${caseRef})
    AND NOT EXISTS (SELECT 1 FROM ${casePart} AS own
      WHERE own.case_ref = ${caseRef} AND own.person = ${person}::text AND own.part = 'ESTIMATED'))`;
}

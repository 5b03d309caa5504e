import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { estimateDraw, ownEstimate } from "./tables.ts";

/** Whether the case was drawn for an own estimate that nobody has given yet. */
export function awaitsEstimate(caseRef: SQLWrapper): SQL {
  return sql`(EXISTS (SELECT 1 FROM ${estimateDraw} AS draw WHERE draw.case_ref = ${caseRef})
    AND NOT EXISTS (SELECT 1 FROM ${ownEstimate} AS own WHERE own.case_ref = ${caseRef}))`;
}

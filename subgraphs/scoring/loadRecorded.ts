import { and, desc, getTableColumns, inArray, lte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { isStale } from "./isStale.ts";
import { recordedAssessment } from "./tables.ts";

/** Row of an assessment that was kept. */
export type RecordedRow = typeof recordedAssessment.$inferSelect;

/** The same with whether it may not be used on the date of the question. */
export interface JudgedRow extends RecordedRow {
  readonly stale: boolean;
}

/** As `isStale` names it. */
const kept = alias(recordedAssessment, "kept");

/** Assessments kept for a case's file up to the date of the question, latest first. One statement for all cases of a request. */
export function loadRecorded(context: SubgraphContext, caseRef: string): Promise<readonly JudgedRow[]> {
  const { database, grant } = context;
  return context.loadRows(
    "scoring.recordedAssessments",
    caseRef,
    (caseRefs) =>
      database
        .select({ ...getTableColumns(kept), stale: sql<boolean>`${isStale(grant.date)}` })
        .from(kept)
        .where(and(inArray(kept.caseRef, [...caseRefs]), lte(kept.eventDate, grant.date)))
        .orderBy(desc(kept.eventDate), desc(kept.recordedAt), desc(kept.factId)),
    (row) => row.caseRef,
  );
}

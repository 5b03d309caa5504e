import { and, desc, inArray, lte } from "drizzle-orm";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { recordedAssessment } from "./tables.ts";

/** Row of an assessment that was kept. */
export type RecordedRow = typeof recordedAssessment.$inferSelect;

/** Assessments kept for a case's file up to the date of the question, latest first. One statement for all cases of a request. */
export function loadRecorded(context: SubgraphContext, caseRef: string): Promise<readonly RecordedRow[]> {
  const { database, grant } = context;
  return context.loadRows(
    "scoring.recordedAssessments",
    caseRef,
    (caseRefs) =>
      database
        .select()
        .from(recordedAssessment)
        .where(and(inArray(recordedAssessment.caseRef, [...caseRefs]), lte(recordedAssessment.eventDate, grant.date)))
        .orderBy(
          desc(recordedAssessment.eventDate),
          desc(recordedAssessment.recordedAt),
          desc(recordedAssessment.factId),
        ),
    (row) => row.caseRef,
  );
}

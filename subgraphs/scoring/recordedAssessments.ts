import { and, desc, inArray, lte } from "drizzle-orm";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { presentRecordedAssessment } from "./presentRecordedAssessment.ts";
import { recordedAssessment } from "./tables.ts";

/** Assessments kept for a case's file up to the date of the question, latest first. One statement for all cases of a request. */
export async function recordedAssessments(
  parent: { readonly caseRef: string },
  _args: unknown,
  context: SubgraphContext,
) {
  const { database, grant } = context;
  const rows = await context.loadRows(
    "scoring.recordedAssessments",
    parent.caseRef,
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
  return rows.map((row) => presentRecordedAssessment(row, grant.date));
}

import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { loadRecorded } from "./loadRecorded.ts";
import { presentRecordedAssessment } from "./presentRecordedAssessment.ts";

/** Assessments kept for a case's file, latest first. */
export async function recordedAssessments(
  { caseRef }: { readonly caseRef: string },
  _args: unknown,
  context: SubgraphContext,
) {
  const rows = await loadRecorded(context, caseRef);
  return rows.map((row) => presentRecordedAssessment(row, context.grant.date));
}

import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { loadRecorded } from "./loadRecorded.ts";
import { presentRecordedAssessment } from "./presentRecordedAssessment.ts";
import { requireEstimate } from "./requireEstimate.ts";

/**
 * Assessments kept for a case's file, latest first.
 *
 * @throws SubgraphError CONFLICT where an own estimate comes first
 */
export async function recordedAssessments(
  { caseRef }: { readonly caseRef: string },
  _args: unknown,
  context: SubgraphContext,
) {
  await requireEstimate(context, { type: "Case", key: caseRef });
  const rows = await loadRecorded(context, caseRef);
  return rows.map(presentRecordedAssessment);
}

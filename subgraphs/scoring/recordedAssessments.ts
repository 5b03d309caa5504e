import { noteOpened } from "../shell/rating/noteOpened.ts";
import { requireEstimate } from "../shell/rating/requireEstimate.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { loadRecorded } from "./loadRecorded.ts";
import { presentRecordedAssessment } from "./presentRecordedAssessment.ts";
import { withheldFacts } from "./withholding/withheldFacts.ts";

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
  if (rows.length > 0) await noteOpened(context, { type: "Case", key: caseRef });
  const isWithheld = withheldFacts(context.grant, await context.caseFacts(caseRef));
  return rows.map((row) => presentRecordedAssessment(row, isWithheld));
}

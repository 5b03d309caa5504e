import { and, eq, sql } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { caseRecord, measure } from "../tables.ts";
import { takeStep } from "../workflow/takeStep.ts";
import type { CasePayload } from "./CasePayload.ts";

interface ReportMeasureInput {
  readonly caseRef: string;
  readonly measure: string;
  readonly state: "DONE" | "CANCELLED";
  readonly workingMinutes?: number | null;
}

/**
 * Reports what became of a measure: the office that carries it out, or the RRK in charge. A measure of another office is as absent.
 *
 * @throws SubgraphError NOT_FOUND; CONFLICT for a measure that is not open
 */
export async function reportMeasure(
  _parent: unknown,
  { input }: { readonly input: ReportMeasureInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { caseRef, measure: factId, state } = input;
  const { office, date, holder } = context.grant;
  const condition = sql`EXISTS (SELECT 1 FROM ${measure} AS m WHERE m.case_ref = ${caseRecord.caseRef} AND m.fact_id = ${factId}
    AND (m.office = ${holder} OR ${caseRecord.rrk} = ${holder}))`;
  return takeStep(
    context,
    { mutation: "reportMeasure", caseRef, workingMinutes: input.workingMinutes, condition },
    async ({ transaction }) => {
      const reported = await transaction
        .update(measure)
        .set({
          state,
          version: sql`${measure.version} + 1`,
          sourceOffice: office,
          eventDate: date,
          lastChangedAt: sql`now()`,
        })
        .where(and(eq(measure.factId, factId), eq(measure.state, "OPEN")))
        .returning({ factId: measure.factId });
      if (reported.length === 0) throw new SubgraphError("CONFLICT", "The measure has been reported on.");
    },
  );
}

import { eq } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { caseRecord } from "../tables.ts";
import { takeStep } from "../workflow/takeStep.ts";
import type { CasePayload } from "./CasePayload.ts";
import { readText, referenceLimits } from "./readText.ts";

interface AssignCaseInput {
  readonly caseRef: string;
  readonly lead: string;
  readonly workingMinutes?: number | null;
}

/**
 * Puts a member of the staff in charge.
 *
 * @throws SubgraphError INVALID_INPUT, NOT_FOUND, CONFLICT
 */
export async function assignCase(
  _parent: unknown,
  { input }: { readonly input: AssignCaseInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { caseRef } = input;
  const lead = readText(input.lead, "input.lead", referenceLimits);
  return takeStep(
    context,
    { mutation: "assignCase", caseRef, workingMinutes: input.workingMinutes },
    async ({ transaction }) => {
      await transaction.update(caseRecord).set({ lead }).where(eq(caseRecord.caseRef, caseRef));
    },
  );
}

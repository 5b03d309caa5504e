import { eq } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import type { CaseRow } from "../loadCase.ts";
import { caseFactTables } from "../tables.ts";
import { refuseSecondCase } from "../workflow/refuseSecondCase.ts";
import { reviveTies } from "../workflow/reviveTies.ts";
import { takeStep } from "../workflow/takeStep.ts";
import type { CasePayload } from "./CasePayload.ts";

interface ReopenCaseInput {
  readonly caseRef: string;
  readonly reason: string;
  readonly workingMinutes?: number | null;
}

/**
 * Opens a case again that is over, with the relations that ended for that and without a day of deletion.
 *
 * @throws SubgraphError INVALID_INPUT, NOT_FOUND; CONFLICT as well where the person has another open case at the RRK
 */
export async function reopenCase(
  _parent: unknown,
  { input }: { readonly input: ReopenCaseInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { caseRef, reason } = input;
  const choose = ({ state }: CaseRow) => (state === "REJECTED" ? "reopenRejected" : "reopenClosed");
  const wanted = { mutation: "reopenCase", caseRef, reason, workingMinutes: input.workingMinutes, choose } as const;
  return takeStep(context, wanted, async ({ transaction, found }) => {
    await refuseSecondCase(transaction, context.grant, found);
    for (const table of caseFactTables) {
      await transaction.update(table).set({ deleteBy: null }).where(eq(table.caseRef, caseRef));
    }
    await reviveTies(transaction, found);
  });
}

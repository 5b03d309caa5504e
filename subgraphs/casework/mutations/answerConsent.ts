import { and, eq, sql } from "drizzle-orm";
import { endVersions } from "../../shell/endVersions.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { caseRecord, prosecutorConsent } from "../tables.ts";
import { takeStep } from "../workflow/takeStep.ts";
import type { CasePayload } from "./CasePayload.ts";

interface AnswerConsentInput {
  readonly caseRef: string;
  readonly answer: "GIVEN" | "REFUSED";
}

/**
 * Answers the open request to the asking office itself. A case in which that office was never asked is as absent for it.
 *
 * @throws SubgraphError NOT_FOUND; CONFLICT where the request was answered already
 */
export async function answerConsent(
  _parent: unknown,
  { input }: { readonly input: AnswerConsentInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { grant } = context;
  const { caseRef, answer } = input;
  // A case in which the office was never asked is as absent for it.
  const condition = sql`EXISTS (SELECT 1 FROM ${prosecutorConsent} AS p
    WHERE p.case_ref = ${caseRecord.caseRef} AND p.office = ${grant.office} AND p.requested_on IS NOT NULL)`;
  return takeStep(context, { mutation: "answerConsent", caseRef, condition }, async ({ transaction }) => {
    const { caseRef: inCase, office, state, version } = prosecutorConsent;
    const answered = await transaction
      .update(prosecutorConsent)
      .set({
        state: answer,
        answeredOn: grant.date,
        version: sql`${version} + 1`,
        sourceOffice: grant.office,
        eventDate: grant.date,
        lastChangedAt: sql`now()`,
      })
      .where(and(eq(inCase, caseRef), eq(office, grant.office), eq(state, "REQUESTED")))
      .returning({ factId: prosecutorConsent.factId, version: prosecutorConsent.version });
    if (answered.length === 0) throw new SubgraphError("CONFLICT", "The request has been answered.");
    const before = answered.map((row) => `${row.factId}@${row.version - 1}`);
    await endVersions(transaction, before, grant.date);
  });
}

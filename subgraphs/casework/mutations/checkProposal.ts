import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { endVersions } from "../../shell/endVersions.ts";
import { keptOn } from "../../shell/keptOn.ts";
import type { Database } from "../../shell/openStore.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { type ProposalPart, proposalParts } from "../codes.ts";
import { caseRecord, socialConductReport } from "../tables.ts";
import { takeStep } from "../workflow/takeStep.ts";
import { actingPerson } from "./actingPerson.ts";
import type { CasePayload } from "./CasePayload.ts";

interface CheckProposalInput {
  readonly caseRef: string;
  readonly present: readonly ProposalPart[];
  readonly confirmedReports?: readonly string[] | null;
  readonly workingMinutes?: number | null;
}

/**
 * Finds a proposal complete. On the ground of social conduct at least one documented event must be confirmed, which counts towards
 * an assessment from then on.
 *
 * @throws SubgraphError INVALID_INPUT for a report that is not one of the person; NOT_FOUND; CONFLICT while something is missing
 */
export async function checkProposal(
  _parent: unknown,
  { input }: { readonly input: CheckProposalInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { grant } = context;
  const { caseRef, present } = input;
  const lead = actingPerson(grant);
  return takeStep(
    context,
    { mutation: "checkProposal", caseRef, workingMinutes: input.workingMinutes },
    async ({ transaction, found }) => {
      const missing = proposalParts.filter((part) => !present.includes(part));
      if (missing.length > 0) {
        const detail = `The check is not complete. Still to be found present: ${missing.join(", ")}.`;
        throw new SubgraphError("CONFLICT", detail);
      }
      await confirmReports(transaction, found.personRef, [...new Set(input.confirmedReports ?? [])], grant.date);
      if (found.ground === "SOCIAL_CONDUCT") await requireConfirmed(transaction, found.personRef, grant.date);
      await transaction
        .update(caseRecord)
        .set({ lead })
        .where(and(eq(caseRecord.caseRef, caseRef), isNull(caseRecord.lead)));
    },
  );
}

/** A confirmation is a new version of the report; its source stays the office that reported. */
async function confirmReports(
  transaction: Database,
  personRef: string,
  factIds: readonly string[],
  date: string,
): Promise<void> {
  if (factIds.length === 0) return;
  const { factId, version } = socialConductReport;
  const confirmed = await transaction
    .update(socialConductReport)
    .set({ reviewed: true, version: sql`${version} + 1`, lastChangedAt: sql`now()` })
    .where(
      and(
        eq(socialConductReport.personRef, personRef),
        inArray(factId, [...factIds]),
        keptOn(socialConductReport, date),
      ),
    )
    .returning({ factId, version });
  if (confirmed.length < factIds.length) {
    const detail = "Name reports of conduct of this person by their ids.";
    throw new SubgraphError("INVALID_INPUT", detail, "input.confirmedReports");
  }
  const before = confirmed.map((row) => `${row.factId}@${row.version - 1}`);
  await endVersions(transaction, before, date);
}

async function requireConfirmed(transaction: Database, personRef: string, date: string): Promise<void> {
  const confirmed = and(
    eq(socialConductReport.personRef, personRef),
    eq(socialConductReport.reviewed, true),
    eq(socialConductReport.restricted, false),
    keptOn(socialConductReport, date),
  );
  if ((await transaction.$count(socialConductReport, confirmed)) > 0) return;
  const detail = "No documented event of conduct is confirmed. Confirm one whose documents you have seen.";
  throw new SubgraphError("CONFLICT", detail);
}

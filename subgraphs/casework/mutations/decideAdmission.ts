import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { relation } from "../../shell/tables.ts";
import { caseFact } from "../caseFact.ts";
import { deletionDate } from "../deletionDate.ts";
import type { CaseRow } from "../loadCase.ts";
import { officeOfRegion } from "../officeOfRegion.ts";
import { officeTies } from "../officeTies.ts";
import { relationsEnd } from "../relationsEnd.ts";
import { admissionDecision, caseFactTables } from "../tables.ts";
import { takeStep } from "../workflow/takeStep.ts";
import { actingPerson } from "./actingPerson.ts";
import type { CasePayload } from "./CasePayload.ts";
import { readText, reasonLimits, referenceLimits } from "./readText.ts";
import { relate } from "./relate.ts";

interface DecideAdmissionInput {
  readonly caseRef: string;
  readonly outcome: "ADMIT" | "REJECT";
  readonly reason: string;
  readonly seenAssessment?: string | null;
  readonly followsBand?: boolean | null;
}

/**
 * Records a person's decision on admission. The decision is the person's: what an assessment said is noted as seen, never read.
 *
 * @throws SubgraphError INVALID_INPUT, NOT_FOUND, CONFLICT
 */
export async function decideAdmission(
  _parent: unknown,
  { input }: { readonly input: DecideAdmissionInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { grant } = context;
  const { caseRef, outcome } = input;
  const decidedBy = actingPerson(grant);
  const reason = readText(input.reason, "input.reason", reasonLimits);
  const seen = readSeenAssessment(input);
  const name = outcome === "ADMIT" ? "admit" : "reject";
  return takeStep(context, { name, caseRef }, async (transaction, found, position) => {
    const { personRef } = found;
    await transaction.insert(admissionDecision).values({
      ...caseFact("decision", { caseRef, personRef, office: grant.office, on: grant.date, at: sql`now()` }),
      position,
      outcome,
      reason,
      decidedBy,
      ...seen,
    });
    await (outcome === "ADMIT" ? admit : reject)(transaction, grant, found);
  });
}

function readSeenAssessment({ seenAssessment, followsBand }: DecideAdmissionInput) {
  const seen = seenAssessment ?? null;
  const follows = followsBand ?? null;
  if ((seen === null) !== (follows === null)) {
    const detail = "State followsBand if, and only if, seenAssessment names an assessment.";
    throw new SubgraphError("INVALID_INPUT", detail, "input.followsBand");
  }
  return {
    seenAssessment: seen === null ? null : readText(seen, "input.seenAssessment", referenceLimits),
    followsBand: follows,
  };
}

async function admit(transaction: Database, grant: GrantView, { caseRef, personRef, rrk }: CaseRow): Promise<void> {
  const zab = officeOfRegion("ZAB", rrk);
  if (zab === null) throw new Error("Every RRK has a ZAB in its region.");
  await relate(transaction, { office: zab, personRef, kind: "ADMITTED_CASE", caseRef, since: grant.date });
}

async function reject(transaction: Database, grant: GrantView, { caseRef }: CaseRow): Promise<void> {
  const closedOn = grant.date;
  for (const table of caseFactTables) {
    await transaction
      .update(table)
      .set({ deleteBy: deletionDate("REJECTED", closedOn) })
      .where(eq(table.caseRef, caseRef));
  }
  await transaction
    .update(relation)
    .set({ until: relationsEnd(closedOn) })
    .where(and(eq(relation.caseRef, caseRef), inArray(relation.kind, officeTies), isNull(relation.until)));
}

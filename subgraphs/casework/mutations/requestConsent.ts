import { and, eq, sql } from "drizzle-orm";
import { endVersions } from "../../shell/endVersions.ts";
import type { Database } from "../../shell/openStore.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { caseFact } from "../caseFact.ts";
import type { MeasureKind } from "../codes.ts";
import { prosecutorConsent } from "../tables.ts";
import { takeStep } from "../workflow/takeStep.ts";
import type { CasePayload } from "./CasePayload.ts";
import { readOffice } from "./readOffice.ts";
import { relate } from "./relate.ts";

interface RequestConsentInput {
  readonly caseRef: string;
  readonly office: string;
  readonly plannedMeasure: MeasureKind;
}

/**
 * Asks a public prosecutor's office for its consent (§ 72 (4) AufenthG), which lets that office see what it is asked about.
 *
 * @throws SubgraphError INVALID_INPUT, NOT_FOUND; CONFLICT as well while a request to the same office is open
 */
export async function requestConsent(
  _parent: unknown,
  { input }: { readonly input: RequestConsentInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { grant } = context;
  const { caseRef, plannedMeasure } = input;
  const office = readOffice(input.office, "input.office", ["PROSECUTION"]);
  return takeStep(context, { mutation: "requestConsent", caseRef }, async ({ transaction, found, position }) => {
    const { personRef } = found;
    const { caseRef: inCase, office: asked, state } = prosecutorConsent;
    const openRequest = and(eq(inCase, caseRef), eq(asked, office), eq(state, "REQUESTED"));
    if ((await transaction.$count(prosecutorConsent, openRequest)) > 0) {
      throw new SubgraphError("CONFLICT", "A request to this office is open in the case. Wait for its answer.");
    }
    await endEarlierWords(transaction, personRef, office, grant.date);
    await transaction.insert(prosecutorConsent).values({
      ...caseFact("consent", { caseRef, personRef, office: grant.office, on: grant.date, at: sql`now()` }),
      position,
      office,
      state: "REQUESTED",
      requestedOn: grant.date,
      plannedMeasure,
    });
    await relate(transaction, { office, personRef, kind: "CONSENT_REQUEST", caseRef, since: grant.date });
  });
}

/** The latest word of an office is what counts of it (`consentFact`): a new request takes the place of what it said before. */
async function endEarlierWords(transaction: Database, personRef: string, office: string, on: string): Promise<void> {
  const { personRef: person, office: asked, factId, version } = prosecutorConsent;
  const earlier = await transaction
    .select({ factId, version })
    .from(prosecutorConsent)
    .where(and(eq(person, personRef), eq(asked, office)));
  await endVersions(
    transaction,
    earlier.map((row) => `${row.factId}@${row.version}`),
    on,
  );
}

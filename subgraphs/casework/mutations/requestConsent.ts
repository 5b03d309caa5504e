import { sql } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { caseFact } from "../caseFact.ts";
import type { MeasureKind } from "../codes.ts";
import { prosecutorConsent } from "../tables.ts";
import { endEarlierWords } from "../workflow/endEarlierWords.ts";
import { refuseOpenRequest } from "../workflow/refuseOpenRequest.ts";
import { takeStep } from "../workflow/takeStep.ts";
import type { CasePayload } from "./CasePayload.ts";
import { readOffice } from "./readOffice.ts";
import { relate } from "./relate.ts";

interface RequestConsentInput {
  readonly caseRef: string;
  readonly office: string;
  readonly plannedMeasure: MeasureKind;
  readonly workingMinutes?: number | null;
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
  return takeStep(
    context,
    { mutation: "requestConsent", caseRef, workingMinutes: input.workingMinutes },
    async ({ transaction, found, position }) => {
      const { personRef } = found;
      await refuseOpenRequest(transaction, { caseRef, office });
      await endEarlierWords(transaction, { personRef, office }, grant.date);
      await transaction.insert(prosecutorConsent).values({
        ...caseFact("consent", { caseRef, personRef, office: grant.office, on: grant.date, at: sql`now()` }),
        position,
        office,
        state: "REQUESTED",
        requestedOn: grant.date,
        plannedMeasure,
      });
      await relate(transaction, { office, personRef, kind: "CONSENT_REQUEST", caseRef, since: grant.date });
    },
  );
}

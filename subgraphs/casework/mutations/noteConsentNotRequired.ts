import { sql } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { caseFact } from "../caseFact.ts";
import type { MeasureKind } from "../codes.ts";
import type { ConsentQuestion } from "../consent/Proceedings.ts";
import { requiredConsents } from "../consent/requiredConsents.ts";
import { prosecutorConsent } from "../tables.ts";
import { endEarlierWords } from "../workflow/endEarlierWords.ts";
import { refuseOpenRequest } from "../workflow/refuseOpenRequest.ts";
import { takeStep } from "../workflow/takeStep.ts";
import type { CasePayload } from "./CasePayload.ts";
import { readOffice } from "./readOffice.ts";
import { readText, referenceLimits } from "./readText.ts";

interface NoteConsentInput extends ConsentQuestion {
  readonly caseRef: string;
  readonly office: string;
  readonly plannedMeasure: MeasureKind;
  readonly workingMinutes?: number | null;
}

/** Most proceedings that one note names. */
const proceedingsMax = 50;

/**
 * Notes that no consent is required, as far as the table of § 72 (4) AufenthG says so. What was answered is judged and not kept.
 *
 * @throws SubgraphError INVALID_INPUT, NOT_FOUND; CONFLICT with the rows by which consent is required
 */
export async function noteConsentNotRequired(
  _parent: unknown,
  { input }: { readonly input: NoteConsentInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { grant } = context;
  const { caseRef, plannedMeasure } = input;
  const office = readOffice(input.office, "input.office", ["PROSECUTION"]);
  const required = requiredConsents({ ...input, proceedings: readProceedings(input) });
  return takeStep(
    context,
    { mutation: "noteConsentNotRequired", caseRef, workingMinutes: input.workingMinutes },
    async ({ transaction, found, position }) => {
      if (required.length > 0) {
        const detail = `Consent is required by ${required.map(({ id }) => id).join(", ")}. Ask for it (requestConsent).`;
        throw new SubgraphError("CONFLICT", detail);
      }
      const { personRef } = found;
      await refuseOpenRequest(transaction, { caseRef, office });
      await endEarlierWords(transaction, { personRef, office }, grant.date);
      await transaction.insert(prosecutorConsent).values({
        ...caseFact("consent", { caseRef, personRef, office: grant.office, on: grant.date, at: sql`now()` }),
        position,
        office,
        state: "NOT_REQUIRED",
        plannedMeasure,
      });
    },
  );
}

function readProceedings({ proceedings }: NoteConsentInput): ConsentQuestion["proceedings"] {
  if (proceedings.length === 0 || proceedings.length > proceedingsMax) {
    const detail = `Name 1 to ${proceedingsMax} proceedings.`;
    throw new SubgraphError("INVALID_INPUT", detail, "input.proceedings");
  }
  return proceedings.map((each, index) => ({
    ...each,
    provision:
      each.provision === null || each.provision === undefined
        ? null
        : readText(each.provision, `input.proceedings.${index}.provision`, referenceLimits),
  }));
}

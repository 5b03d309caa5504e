import { sql } from "drizzle-orm";
import type { OfficeKind } from "../../../schema/offices.ts";
import { isPlausibleDay } from "../../shell/calendar/isPlausibleDay.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { caseFact } from "../caseFact.ts";
import type { MeasureKind } from "../codes.ts";
import { measure } from "../tables.ts";
import { takeStep } from "../workflow/takeStep.ts";
import type { CasePayload } from "./CasePayload.ts";
import { readOffice } from "./readOffice.ts";
import { relate } from "./relate.ts";

interface AddMeasureInput {
  readonly caseRef: string;
  readonly kind: MeasureKind;
  readonly office: string;
  readonly dueOn: string;
  readonly workingMinutes?: number | null;
}

/** Kinds of office that carry out measures. A measure makes its office a participant, so no other kind may be named. */
const acting: readonly OfficeKind[] = ["RRK", "ZAB", "ABH", "PROSECUTION", "PRISON", "BAMF", "POLICE", "LKA"];

/**
 * Adds an open measure to an admitted case; its office participates in the case from then on.
 *
 * @throws SubgraphError INVALID_INPUT, NOT_FOUND, CONFLICT
 */
export async function addMeasure(
  _parent: unknown,
  { input }: { readonly input: AddMeasureInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { grant } = context;
  const { caseRef, kind, dueOn } = input;
  const office = readOffice(input.office, "input.office", acting);
  if (dueOn < grant.date || !isPlausibleDay(dueOn)) {
    throw new SubgraphError("INVALID_INPUT", "Name a day that has not passed.", "input.dueOn");
  }
  return takeStep(
    context,
    { mutation: "addMeasure", caseRef, workingMinutes: input.workingMinutes },
    async ({ transaction, found, position }) => {
      const { personRef, rrk } = found;
      await transaction.insert(measure).values({
        ...caseFact("measure", { caseRef, personRef, office: grant.office, on: grant.date, at: sql`now()` }),
        position,
        measureKind: kind,
        office,
        dueOn,
        state: "OPEN",
      });
      if (office === rrk) return;
      await relate(transaction, { office, personRef, kind: "PARTICIPATING_CASE", caseRef, since: grant.date });
    },
  );
}

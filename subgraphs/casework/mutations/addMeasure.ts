import { sql } from "drizzle-orm";
import type { OfficeKind } from "../../../schema/offices.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { caseFact } from "../caseFact.ts";
import type { MeasureKind } from "../codes.ts";
import { measure } from "../tables.ts";
import { actingPerson } from "./actingPerson.ts";
import { appendEvent } from "./appendEvent.ts";
import type { CasePayload } from "./CasePayload.ts";
import { lockCase } from "./lockCase.ts";
import { readOffice } from "./readOffice.ts";
import { relate } from "./relate.ts";
import { statesThatAllow } from "./statesThatAllow.ts";

interface AddMeasureInput {
  readonly caseRef: string;
  readonly kind: MeasureKind;
  readonly office: string;
  readonly dueOn: string;
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
  { database, grant }: SubgraphContext,
): Promise<CasePayload> {
  const { caseRef, kind, dueOn } = input;
  actingPerson(grant);
  const office = readOffice(input.office, "input.office", acting);
  if (dueOn < grant.date) {
    throw new SubgraphError("INVALID_INPUT", "Name a day that has not passed.", "input.dueOn");
  }
  await database.transaction(async (transaction) => {
    const wanted = { caseRef, category: "MEASURE", states: statesThatAllow.addMeasure };
    const { personRef, rrk } = await lockCase(transaction, grant, wanted);
    const position = await appendEvent(transaction, grant, { caseRef, personRef }, "MEASURE_ADDED");
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
  });
  return { case: { caseRef } };
}

import { and, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import { addDays } from "../../shell/calendar/addDays.ts";
import type { Database } from "../../shell/openStore.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { relation } from "../../shell/tables.ts";
import type { CaseReference } from "../loadCase.ts";
import { caseRecord } from "../tables.ts";
import { relateZab } from "../workflow/relateZab.ts";
import { takeStep } from "../workflow/takeStep.ts";
import type { CasePayload } from "./CasePayload.ts";
import { readOffice } from "./readOffice.ts";
import { relate } from "./relate.ts";

interface HandOverCaseInput {
  readonly caseRef: string;
  readonly rrk: string;
  readonly reason: string;
  readonly workingMinutes?: number | null;
}

/** Relations that only the new RRK and its ZAB have afterwards. Whoever else takes part goes on doing so. */
const movingKinds = ["OWN_CASE", "ADMITTED_CASE"];

/**
 * Hands a case over. The rights move at that moment: every relation of the RRK that gave it away ends with the day before, and that of
 * its ZAB, so that the next question of either, by whatever token, finds no case.
 *
 * @throws SubgraphError INVALID_INPUT, NOT_FOUND; CONFLICT as well for the RRK that has the case
 */
export async function handOverCase(
  _parent: unknown,
  { input }: { readonly input: HandOverCaseInput },
  context: SubgraphContext,
): Promise<CasePayload> {
  const { date } = context.grant;
  const { caseRef } = input;
  const rrk = readOffice(input.rrk, "input.rrk", ["RRK"]);
  const wanted = {
    mutation: "handOverCase",
    caseRef,
    reason: input.reason,
    workingMinutes: input.workingMinutes,
  } as const;
  return takeStep(context, wanted, async ({ transaction, found }) => {
    if (rrk === found.rrk) throw new SubgraphError("CONFLICT", "The case is with this RRK already.");
    await endAtOnce(transaction, found, [found.rrk, rrk], date);
    const { personRef, state } = found;
    await transaction
      .update(caseRecord)
      .set({ rrk, lead: null, version: sql`${caseRecord.version} + 1`, lastChangedAt: sql`now()` })
      .where(eq(caseRecord.caseRef, caseRef));
    await relate(transaction, { office: rrk, personRef, kind: "OWN_CASE", caseRef, since: date });
    const isAdmitted = state === "ADMITTED" || state === "SUSPENDED";
    if (isAdmitted) await relateZab(transaction, context.grant, { caseRef, personRef, rrk });
  });
}

/** Of the offices between whom it goes everything ends, of others what belongs to the charge; the new relations are written after. */
async function endAtOnce(
  transaction: Database,
  { caseRef }: CaseReference,
  between: readonly string[],
  date: string,
): Promise<void> {
  const concerned = or(inArray(relation.office, [...between]), inArray(relation.kind, movingKinds));
  const isOpen = or(isNull(relation.until), gte(relation.until, date));
  await transaction
    .update(relation)
    .set({ until: addDays(date, -1) })
    .where(and(eq(relation.caseRef, caseRef), concerned, isOpen));
}

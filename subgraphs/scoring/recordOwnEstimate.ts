import { and, eq } from "drizzle-orm";
import { opaqueId } from "../shell/opaqueId.ts";
import { notePart } from "../shell/rating/notePart.ts";
import { refuseBlindRater } from "../shell/rating/refuseBlindRater.ts";
import { readReason } from "../shell/readReason.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { assessmentFact } from "./assessmentFact.ts";
import type { Band } from "./catalogue/Catalogue.ts";
import { ownEstimate } from "./tables.ts";
import { writableCase } from "./writableCase.ts";

interface RecordOwnEstimateArguments {
  readonly input: { readonly caseRef: string; readonly band: Band; readonly reason: string };
}

/**
 * Keeps a person's own estimate of a case. One a person and case, never changed, because a second would know the first; the
 * same one again is taken for a repetition.
 *
 * @throws SubgraphError NOT_FOUND for a case that the requester may not write for; INVALID_INPUT for a reason of another length;
 *   CONFLICT where the person has given another estimate of this case, or rated it blind
 */
export async function recordOwnEstimate(
  _parent: unknown,
  { input }: RecordOwnEstimateArguments,
  context: SubgraphContext,
) {
  const { caseRef, band } = input;
  const { staff, personRef } = await writableCase(context, "OWN_ESTIMATE", caseRef);
  const reason = readReason(input.reason);
  const { office, date: on } = context.grant;
  const at = new Date().toISOString();
  const estimate = {
    ...assessmentFact({ factId: opaqueId("OE"), caseRef, personRef, office, on, at }),
    person: staff,
    band,
    reason,
  };
  await refuseBlindRater(context.database, caseRef, staff);
  await context.database.transaction(async (transaction) => {
    await transaction.insert(ownEstimate).values(estimate).onConflictDoNothing();
    await notePart(transaction, { caseRef, person: staff, part: "ESTIMATED" });
  });
  const [kept] = await context.database
    .select()
    .from(ownEstimate)
    .where(and(eq(ownEstimate.caseRef, caseRef), eq(ownEstimate.person, staff)));
  if (kept?.band !== band || kept.reason !== reason) {
    throw new SubgraphError("CONFLICT", "You have given another estimate of this case. It stays as it is.");
  }
  return { case: { caseRef } };
}

import { and, eq, gt } from "drizzle-orm";
import { opaqueId } from "../shell/opaqueId.ts";
import type { Database } from "../shell/openStore.ts";
import { factReference, presentProvenance } from "../shell/presentFact.ts";
import { hadPart } from "../shell/rating/hadPart.ts";
import { notePart } from "../shell/rating/notePart.ts";
import { readReason } from "../shell/readReason.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { relation } from "../shell/tables.ts";
import { assessmentFact } from "./assessmentFact.ts";
import type { Band } from "./catalogue/Catalogue.ts";
import { loadRecorded } from "./loadRecorded.ts";
import { blindRating } from "./tables.ts";
import { writableCase } from "./writableCase.ts";

interface RecordBlindRatingArguments {
  readonly input: { readonly caseRef: string; readonly band: Band; readonly reason: string };
}

/**
 * Keeps a blind second rating of a drawn case. One a rater and case, never changed; the same one again is taken for a repetition.
 * The day it is given is the last on which the office is tied to the case for it.
 *
 * @throws SubgraphError NOT_FOUND for a case that is not drawn for the requester's office; INVALID_INPUT for a reason of another
 *   length; CONFLICT for a rater who knows the first assessment, and for one who has given another rating of this case
 */
export async function recordBlindRating(
  _parent: unknown,
  { input }: RecordBlindRatingArguments,
  context: SubgraphContext,
) {
  const { caseRef, band } = input;
  const { database, grant } = context;
  const { staff: rater, personRef } = await writableCase(context, "BLIND_RATING", caseRef);
  const reason = readReason(input.reason);
  const [rated] = await loadRecorded(context, caseRef);
  if (rated === undefined) throw new SubgraphError("NOT_FOUND");
  await requireBlind(database, caseRef, rater);
  const at = new Date().toISOString();
  const row = {
    ...assessmentFact({ factId: opaqueId("BR"), caseRef, personRef, office: grant.office, on: grant.date, at }),
    rater,
    band,
    reason,
    evaluationRef: rated.evaluationRef,
  };
  const kept = await database.transaction(async (transaction) => {
    await transaction.insert(blindRating).values(row).onConflictDoNothing();
    await notePart(transaction, { caseRef, person: rater, part: "RATED_BLIND" });
    await endTie(transaction, grant.holder, caseRef, grant.date);
    const [found] = await transaction
      .select()
      .from(blindRating)
      .where(and(eq(blindRating.caseRef, caseRef), eq(blindRating.rater, rater)));
    return found;
  });
  if (kept?.band !== band || kept.reason !== reason) {
    throw new SubgraphError("CONFLICT", "You have given another rating of this case. It stays as it is.");
  }
  const { factId: id, eventDate: ratedOn } = kept;
  const factReferences = [factReference(kept)];
  const presented = { id, band, reason, ratedOn, factReferences, provenance: () => presentProvenance(kept) };
  return { caseRef, blindRating: presented };
}

/**
 * Whoever opened a score of the case, estimated it, kept an assessment of it or decided on it is not blind, by whatever role: the person is
 * compared, not the token.
 */
async function requireBlind(database: Database, caseRef: string, rater: string): Promise<void> {
  const seeing = ["ESTIMATED", "OPENED_SCORE", "KEPT_ASSESSMENT", "DECIDED"] as const;
  if (!(await hadPart(database, caseRef, rater, seeing))) return;
  const detail = "You know the first assessment of this case or had a part in it. Leave it to another rater.";
  throw new SubgraphError("CONFLICT", detail);
}

async function endTie(transaction: Database, office: string, caseRef: string, on: string): Promise<void> {
  const { office: holder, kind, caseRef: inCase, until } = relation;
  await transaction
    .update(relation)
    .set({ until: on })
    .where(and(eq(holder, office), eq(kind, "SECOND_RATING"), eq(inCase, caseRef), gt(until, on)));
}

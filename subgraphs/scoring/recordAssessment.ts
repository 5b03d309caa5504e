import { randomBytes } from "node:crypto";
import { opaqueId } from "../shell/opaqueId.ts";
import { notePart } from "../shell/rating/notePart.ts";
import { refuseBlindRater } from "../shell/rating/refuseBlindRater.ts";
import { requireEstimate } from "../shell/rating/requireEstimate.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { keptAssessment } from "../shell/tables.ts";
import { loadRecorded } from "./loadRecorded.ts";
import { presentRecordedAssessment } from "./presentRecordedAssessment.ts";
import { readEvaluationKey } from "./readEvaluationKey.ts";
import { recordedRow } from "./recordedRow.ts";
import { type OpenedSeal, openSeal } from "./seal/openSeal.ts";
import { sealKey } from "./seal/sealKey.ts";
import { relateDrawn } from "./secondRating/relateDrawn.ts";
import { requireScoring } from "./suspension/requireScoring.ts";
import { recordedAssessment } from "./tables.ts";
import { withheldFacts } from "./withholding/withheldFacts.ts";
import { writableCase } from "./writableCase.ts";

interface RecordAssessmentArguments {
  readonly input: { readonly caseRef: string; readonly seal: string };
}

/**
 * Keeps an assessment for the file of a case, as it was read. It changes nothing in the case. The same seal for the same case
 * keeps it once: who repeats the request because the reply was lost gets the row that was kept. With it, the case may be drawn for
 * a blind second rating.
 *
 * @throws SubgraphError NOT_FOUND for a case that the requester may not write for, or whose data subject is not the one assessed;
 *   INVALID_INPUT for a seal that does not open for this office; CONFLICT where an own estimate comes first, for whoever rated
 *   the case blind, and while scoring with the catalogue of the seal is suspended
 */
export async function recordAssessment(
  _parent: unknown,
  { input }: RecordAssessmentArguments,
  context: SubgraphContext,
) {
  const { caseRef } = input;
  const { staff, personRef } = await writableCase(context, "ASSESSMENT_RECORDING", caseRef);
  const seal = openedFor(context, input.seal);
  if (seal.personRef !== personRef) throw new SubgraphError("NOT_FOUND");
  await requireEstimate(context, { type: "Person", key: personRef });
  const { database, grant } = context;
  await refuseBlindRater(database, caseRef, staff);
  const { sealId, assessment, inputs } = seal;
  await requireScoring(context, assessment.catalogueVersion);
  const id = opaqueId("RA", `${caseRef} ${sealId}`);
  const recordedAt = new Date().toISOString();
  const key = await readEvaluationKey(database, randomBytes(32).toString("hex"));
  const row = recordedRow(
    { id, caseRef, personRef, office: grant.office, assessment, inputs, recordedBy: staff, recordedAt },
    key,
  );
  await database.transaction(async (transaction) => {
    await transaction.insert(recordedAssessment).values(row).onConflictDoNothing();
    await transaction.insert(keptAssessment).values({ factId: id, caseRef }).onConflictDoNothing();
    await notePart(transaction, { caseRef, person: staff, part: "KEPT_ASSESSMENT" });
    await relateDrawn(transaction, row, key);
  });
  const kept = (await loadRecorded(context, caseRef)).find(({ factId }) => factId === id);
  if (kept === undefined) throw new Error("The recorded assessment went away between two statements.");
  const isWithheld = withheldFacts(grant, await context.caseFacts(caseRef));
  return { caseRef, recordedAssessment: presentRecordedAssessment(kept, isWithheld) };
}

function openedFor({ grant }: SubgraphContext, given: string): OpenedSeal {
  const seal = openSeal(given, sealKey(), Date.now());
  if (seal === null || seal.office !== grant.office || seal.holder !== grant.holder) {
    throw new SubgraphError(
      "INVALID_INPUT",
      "The seal does not open. Read the assessment again and record it within 15 minutes, for the same office.",
      "input.seal",
    );
  }
  return seal;
}

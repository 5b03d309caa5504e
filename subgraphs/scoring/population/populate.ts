import type { Blueprint } from "../../population/Blueprint.ts";
import { insertRows } from "../../shell/insertRows.ts";
import type { Database } from "../../shell/openStore.ts";
import { estimateShare } from "../../shell/rating/estimateShare.ts";
import { casePart, estimateDraw, keptAssessment, relation } from "../../shell/tables.ts";
import { readEvaluationKey } from "../readEvaluationKey.ts";
import { recordedRow } from "../recordedRow.ts";
import { isDrawn } from "../secondRating/isDrawn.ts";
import { blindRating, recordedAssessment } from "../tables.ts";
import { drawRecording } from "./drawRecording.ts";
import { drawSecondRating } from "./drawSecondRating.ts";
import { showcaseCases } from "./showcaseFacts.ts";

/** Writes what was assessed and drawn before for a batch of synthetic persons. */
export async function populate(database: Database, blueprints: readonly Blueprint[]): Promise<void> {
  const [first] = blueprints;
  if (first === undefined) return;
  // Nobody real stands behind a synthetic pseudonym: drawn from the seed, the key makes the population the same each time.
  const key = await readEvaluationKey(database, first.random("scoring").string.hexadecimal({ length: 64, prefix: "" }));
  const drawn = blueprints.flatMap((blueprint) => {
    const faker = blueprint.random("scoring");
    return blueprint.cases.map((agreed) => ({
      caseRef: agreed.caseRef,
      recording: drawRecording(faker, blueprint, agreed),
      forEstimate: faker.datatype.boolean(estimateShare),
    }));
  });
  const rows = drawn.flatMap(({ recording }) => (recording === null ? [] : [recordedRow(recording, key)]));
  const cases = drawn.filter(isForEstimate).map(({ caseRef }) => ({ caseRef }));
  const people = new Map(blueprints.map((blueprint) => [blueprint.personRef, blueprint]));
  const second = rows.flatMap((row) => {
    const isShowcase = row.caseRef === showcaseCases.recorded;
    const person = people.get(row.personRef);
    if (person === undefined || !(isShowcase || isDrawn(key, row.caseRef))) return [];
    return [drawSecondRating(person.random(`second-rating ${row.caseRef}`), row, person.date, isShowcase)];
  });
  await database.transaction(async (transaction) => {
    await insertRows(transaction, recordedAssessment, rows);
    await insertRows(
      transaction,
      keptAssessment,
      rows.map(({ factId, caseRef }) => ({ factId, caseRef })),
    );
    await insertRows(transaction, casePart, [
      ...rows.map(keeping),
      ...second.flatMap(({ rating }) => rating ?? []).map(blindly),
    ]);
    await insertRows(transaction, estimateDraw, cases);
    await insertRows(
      transaction,
      relation,
      second.map(({ tie }) => tie),
    );
    await insertRows(
      transaction,
      blindRating,
      second.flatMap(({ rating }) => rating ?? []),
    );
  });
}

function keeping({ caseRef, recordedBy: person }: typeof recordedAssessment.$inferInsert) {
  return { caseRef, person, part: "KEPT_ASSESSMENT" as const };
}

function blindly({ caseRef, rater: person }: typeof blindRating.$inferInsert) {
  return { caseRef, person, part: "RATED_BLIND" as const };
}

function isForEstimate({ caseRef, forEstimate }: { readonly caseRef: string; readonly forEstimate: boolean }): boolean {
  const { recorded, notYetAssessed, drawn } = showcaseCases;
  return caseRef === drawn || (forEstimate && caseRef !== recorded && caseRef !== notYetAssessed);
}

import type { Blueprint } from "../../population/Blueprint.ts";
import type { Database } from "../../shell/openStore.ts";
import { readEvaluationKey } from "../readEvaluationKey.ts";
import { recordedRow } from "../recordedRow.ts";
import { estimateDraw, recordedAssessment } from "../tables.ts";
import { drawRecording } from "./drawRecording.ts";
import { showcaseCases } from "./showcaseFacts.ts";

/** Share of the cases drawn for an own estimate before the score is seen. */
const drawnShare = 0.1;
/** Bounds the parameters of a statement: 24 columns a row. */
const rowsPerStatementMax = 2000;

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
      forEstimate: faker.datatype.boolean(drawnShare),
    }));
  });
  const rows = drawn.flatMap(({ recording }) => (recording === null ? [] : [recordedRow(recording, key)]));
  for (const some of slices(rows)) await database.insert(recordedAssessment).values(some);
  const cases = drawn.filter(isDrawn).map(({ caseRef }) => ({ caseRef }));
  for (const some of slices(cases)) await database.insert(estimateDraw).values(some);
}

function isDrawn({ caseRef, forEstimate }: { readonly caseRef: string; readonly forEstimate: boolean }): boolean {
  const { recorded, notYetAssessed, drawn } = showcaseCases;
  return caseRef === drawn || (forEstimate && caseRef !== recorded && caseRef !== notYetAssessed);
}

function slices<R>(rows: readonly R[]): readonly R[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsPerStatementMax) }, (_, at) =>
    rows.slice(at * rowsPerStatementMax, (at + 1) * rowsPerStatementMax),
  );
}

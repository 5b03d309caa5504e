import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blueprintAt } from "../../../subgraphs/population/blueprintAt.ts";
import { populate } from "../../../subgraphs/scoring/population/populate.ts";
import { replayAssessments } from "../../../subgraphs/scoring/replayAssessments.ts";
import { recordedAssessment } from "../../../subgraphs/scoring/tables.ts";
import { openScoringWorld, type ScoringWorld } from "./scoringWorld.ts";

let world: ScoringWorld;
beforeAll(async () => {
  world = await openScoringWorld();
  await world.keep("FM-2026-0001", "P-ONE", "2026-04-01");
  await world.keep("FM-2026-0002", "P-TWO", "2026-05-01", { EXPULSION_INTEREST: "SECTION_54_1", EVASION: null });
  await world.keep("FM-2026-0003", "P-THREE", "2026-06-01", { MINOR: "YES" });
});
afterAll(() => world.close());

const replay = () => replayAssessments(world.database, () => {});

/** Changes a row for as long as something is looked at. */
async function whileChanged<T>(id: string, change: object, look: () => Promise<T>): Promise<T> {
  const where = eq(recordedAssessment.factId, id);
  const [before] = await world.database.select().from(recordedAssessment).where(where);
  await world.database.update(recordedAssessment).set(change).where(where);
  try {
    return await look();
  } finally {
    await world.database
      .update(recordedAssessment)
      .set(before ?? {})
      .where(where);
  }
}

describe("Every recorded assessment follows from its inputs and its catalogue", () => {
  test("also those of the synthetic population", async () => {
    await populate(
      world.database,
      Array.from({ length: 60 }, (_, index) => blueprintAt(1, index)),
    );
    const { replayed, differences } = await replay();
    expect(replayed).toBeGreaterThan(3);
    expect(differences).toEqual([]);
  });

  test("and progress is told up to the end", async () => {
    const told: (readonly [number, number])[] = [];
    const { replayed } = await replayAssessments(world.database, (done, total) => told.push([done, total]));
    expect(told.at(-1)).toEqual([replayed, replayed]);
  });

  test.each([
    ["whose kept axis was changed", async (row: Row) => ({ assessment: { ...row.assessment, axisA: 59 } }), "axisA"],
    [
      "whose inputs were changed",
      async (row: Row) => ({
        inputs: row.inputs.map((fact) => (fact.key === "ASYLUM" ? { ...fact, value: "NONE" } : fact)),
      }),
      "axisB, contributions, inputsHash",
    ],
    ["whose band was changed in its column alone", async () => ({ band: "PRIORITY" as const }), "its columns"],
    ["of a catalogue that is gone", async () => ({ catalogueVersion: "demo-0" }), "its catalogue demo-0 is not held"],
    [
      "of another engine",
      async (row: Row) => ({ assessment: { ...row.assessment, engineVersion: "0.9.0" } }),
      "it was made by engine 0.9.0, this is 1.1.0",
    ],
  ])("One %s is told, by id and without a value", async (_which, change, what) => {
    const id = "RA-FM-2026-0001-2026-04-01";
    const [row] = await world.database.select().from(recordedAssessment).where(eq(recordedAssessment.factId, id));
    if (row === undefined) throw new Error("The assessment was not kept.");
    const { differences } = await whileChanged(id, await change(row), replay);
    expect(differences).toEqual([{ id, what }]);
  });
});

type Row = typeof recordedAssessment.$inferSelect;

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askers } from "./askers.ts";
import { openScoringWorld, type ScoringWorld } from "./scoringWorld.ts";

let world: ScoringWorld;
beforeAll(async () => {
  world = await openScoringWorld();
  await world.relate({ caseRef: "FM-2026-0004", personRef: "P-KOELN", office: "RRK_KOELN" });
  await world.keep("FM-2026-0004", "P-KOELN", "2026-05-04");
});
afterAll(() => world.close());

describe("Kept assessments of a case", () => {
  const query = `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Case {
    caseRef recordedAssessments { id recordedOn recordedAt stale assessment { band seal contributions { criterion { id } points } } }
  } } }`;
  const casesOf = async (...caseRefs: string[]) =>
    (
      await world.ask(askers.rrkMuenster, query, {
        references: caseRefs.map((caseRef) => ({ __typename: "Case", caseRef })),
      })
    ).data._entities;

  test("come latest first, the expired ones marked as stale, none of them with a seal", async () => {
    await world.relate({ caseRef: "FM-2026-0020", personRef: "P-20" });
    for (const on of ["2026-03-10", "2026-06-01", "2026-03-17"]) await world.keep("FM-2026-0020", "P-20", on);
    const [{ recordedAssessments }] = await casesOf("FM-2026-0020");
    expect(
      recordedAssessments.map(({ recordedOn, stale }: { recordedOn: string; stale: boolean }) => [recordedOn, stale]),
    ).toEqual([
      ["2026-06-01", false],
      ["2026-03-17", false],
      ["2026-03-10", true],
    ]);
    expect(recordedAssessments[0].recordedAt).toBe("2026-06-01T09:00:00.000Z");
    expect(recordedAssessments[0].assessment).toMatchObject({ band: "NO_PROPOSAL", seal: null });
  });

  test("of 100 cases come with three SQL statements", async () => {
    const cases = Array.from({ length: 100 }, (_, at) => ({ caseRef: `FM-2026-1${at}`, personRef: `P-1${at}` }));
    await world.relate(...cases);
    expect(await world.statementsOf(() => casesOf(...cases.map(({ caseRef }) => caseRef)))).toBe(3);
  });

  test("of a case of Köln and of one that does not exist read alike", async () => {
    const [koeln, none] = await casesOf("FM-2026-0004", "FM-2026-9999");
    expect([koeln.recordedAssessments, none.recordedAssessments]).toEqual([null, null]);
  });
});

import { getTableColumns } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blueprintAt } from "../../../subgraphs/population/blueprintAt.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import { scoring } from "../../../subgraphs/scoring/subgraph.ts";
import { blindRating, evaluationKey, recordedAssessment } from "../../../subgraphs/scoring/tables.ts";
import { casePart, estimateDraw, keptAssessment, relation } from "../../../subgraphs/shell/tables.ts";
import { today } from "../today.ts";
import { demonstration } from "./demonstrationCatalogue.ts";
import { openScoringWorld, type ScoringWorld } from "./scoringWorld.ts";

const persons = Array.from({ length: 1500 }, (_, index) => blueprintAt(1, index));
const cases = new Map(persons.flatMap((person) => person.cases.map((each) => [each.caseRef, { ...each, person }])));

let world: ScoringWorld;
let rows: (typeof recordedAssessment.$inferSelect)[];
let drawn: readonly string[];
beforeAll(async () => {
  world = await openScoringWorld();
  await populate();
  rows = await recordedRows();
  drawn = (await world.database.select().from(estimateDraw)).map(({ caseRef }) => caseRef);
});
afterAll(() => world.close());

async function populate() {
  for (let from = 0; from < persons.length; from += 500) {
    await scoring.populate?.(world.database, persons.slice(from, from + 500));
  }
}

function recorded(caseRef: string) {
  return rows.find((row) => row.caseRef === caseRef);
}

function recordedRows() {
  return world.database.select().from(recordedAssessment).orderBy(recordedAssessment.factId);
}

describe("The synthetic past of the scoring", () => {
  test("is the same each time, but for tags, whose keys are drawn anew", async () => {
    const { tag: _tag, ...untagged } = getTableColumns(blindRating);
    const ratings = () => world.database.select(untagged).from(blindRating).orderBy(blindRating.factId);
    const rated = await ratings();
    const directory = [estimateDraw, keptAssessment, casePart, relation];
    for (const table of [recordedAssessment, evaluationKey, blindRating, ...directory]) {
      await world.database.delete(table);
    }
    await populate();
    const withoutTags = (found: typeof rows) => found.map(({ tag: _drawn, ...row }) => row);
    expect(withoutTags(await recordedRows())).toEqual(withoutTags(rows));
    expect(await ratings()).toEqual(rated);
  });

  test("was made by the real engine from the inputs beside it", () => {
    expect(rows.length).toBeGreaterThan(40);
    for (const { inputs, eventDate, assessment } of rows)
      expect(assess(inputs, eventDate, demonstration)).toEqual(assessment);
  });

  test("lies between the opening of the case and today, in the pilot, at RRK Münster", () => {
    for (const { caseRef, personRef, eventDate } of rows) {
      const agreed = cases.get(caseRef);
      expect(agreed?.person.personRef).toBe(personRef);
      expect(agreed?.rrk).toBe("RRK_MUENSTER");
      expect(eventDate >= (agreed?.openedOn ?? today) && eventDate >= "2026-03-01" && eventDate <= today).toBe(true);
    }
  });

  test("has every group of the worklist in it", () => {
    const groups = new Set(rows.map(({ band, expiresOn }) => (expiresOn < today ? "STALE" : (band ?? "WITHOUT_BAND"))));
    expect(groups).toEqual(
      new Set(["PRIORITY", "REGULAR", "LEGAL_EXAMINATION_FIRST", "NO_PROPOSAL", "WITHOUT_BAND", "STALE"]),
    );
  });

  test("agrees with the law on whoever is a minor or a Union citizen", () => {
    for (const { caseRef, assessment } of rows) {
      const regime = cases.get(caseRef)?.person.legalRegime;
      if (assessment.state === "ASSESSED") expect(["THIRD_COUNTRY", "UNION_CITIZEN_LOSS"]).toContain(regime);
    }
  });

  test("drew about one case in ten for an own estimate", () => {
    expect(drawn.length / cases.size).toBeGreaterThan(0.05);
    expect(drawn.length / cases.size).toBeLessThan(0.15);
  });

  test("drew about a quarter of the assessed cases for a blind second rating, and had more than half of them rated", async () => {
    const ties = await world.database.select().from(relation);
    const ratings = new Map((await world.database.select().from(blindRating)).map((each) => [each.caseRef, each]));
    expect(ties.length / rows.length).toBeGreaterThan(0.15);
    expect(ties.length / rows.length).toBeLessThan(0.4);
    expect(ratings.size / ties.length).toBeGreaterThan(0.4);
    expect([...ratings.values()].some(({ band, caseRef }) => band !== recorded(caseRef)?.band)).toBe(true);
    for (const { kind, office, caseRef, since, until } of ties) {
      const first = recorded(caseRef);
      const rating = ratings.get(caseRef);
      expect({ kind, office, since }).toEqual({
        kind: "SECOND_RATING",
        office: "RRK_MUENSTER",
        since: first?.eventDate,
      });
      expect(until).toBe(rating?.eventDate ?? first?.expiresOn);
      if (rating === undefined) continue;
      expect(rating.evaluationRef).toBe(first?.evaluationRef);
      expect(rating.eventDate >= since && rating.eventDate <= today).toBe(true);
      expect(rating.rater).not.toBe(first?.recordedBy);
    }
    expect(ties.find(({ caseRef }) => caseRef === "FM-2026-0001")?.until).toBe(recorded("FM-2026-0001")?.expiresOn);
  });

  test("tells its showcase: FM-2026-0001 assessed and usable, FM-2026-0002 not yet, FM-2026-0009 drawn", () => {
    const first = rows.filter(({ caseRef }) => caseRef === "FM-2026-0001");
    expect(first).toMatchObject([{ band: "PRIORITY" }]);
    expect(first.every(({ expiresOn }) => expiresOn >= today)).toBe(true);
    expect(rows.filter(({ caseRef }) => caseRef === "FM-2026-0002")).toEqual([]);
    expect(drawn).toContain("FM-2026-0009");
    expect(drawn).not.toContain("FM-2026-0001");
    expect(drawn).not.toContain("FM-2026-0002");
  });
});

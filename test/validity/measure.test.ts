import { describe, expect, test } from "vitest";
import type { Feed } from "../../validity/Feed.ts";
import { measure } from "../../validity/measure.ts";
import type { Figure, ValidityReport } from "../../validity/report/ValidityReport.ts";
import { type Planted, simulateFeed } from "../../validity/simulateFeed.ts";

const on = "2026-06-15";
const plan: Planted = { agreeing: 0.7, following: 0.8, withoutDocuments: "AFRICA" };
const feed = simulateFeed(900, 7, on, plan);
const report = measure(feed, on);

function figure(told: ValidityReport, table: string, id: string): Figure {
  const found = told.sections
    .flatMap(({ tables }) => tables)
    .find((each) => each.id === table)
    ?.rows.find((row) => row.id === id);
  if (found === undefined) throw new Error(`There is no figure ${table} ${id}.`);
  return found;
}

function holds({ low, high }: Figure, truth: number): boolean {
  return low !== null && high !== null && low <= truth && truth <= high;
}

describe("Of 900 simulated persons (seed 7) the report finds what was planted", () => {
  test("of four bands seven raters in ten give IRIS's and the others any: 77.5 % give the same", () => {
    expect(holds(figure(report, "raters.same", "blind"), 0.775)).toBe(true);
    expect(figure(report, "raters.agreement", "kappa.blind").state).toBe("SHOWN");
  });

  test("one decision in five goes against the band, either way, and says so", () => {
    for (const id of ["down", "up", "stated"]) expect(holds(figure(report, "overrides.rates", id), 0.2)).toBe(true);
    expect(figure(report, "overrides.rates", "contradicting").value).toBe(0);
  });

  test("who decides by the band agrees with it, and so does the area under the curve", () => {
    const { value, low } = figure(report, "decisions.area", "band");
    expect([value !== null && value > 0.65, low !== null && low > 0.5]).toEqual([true, true]);
    expect(holds(figure(report, "decisions.calibration", "REGULAR"), 0.8)).toBe(true);
  });

  test("a region whose states issue no documents is proposed less often with B2, and no less without", () => {
    const difference = figure(report, "groups.origin.difference", "AFRICA");
    expect(difference.high).toBeLessThan(0);
    const [africa, asia] = ["AFRICA", "ASIA"].map((id) => figure(report, "groups.origin.withoutProxy", id));
    expect(Math.abs((africa?.value ?? 1) - (asia?.value ?? 0))).toBeLessThan(0.1);
    expect(figure(report, "proxy.moved", "higher").value).toBe(0);
  });

  test("sexes differ in nothing, so no interval of a difference leaves zero out", () => {
    for (const id of ["FEMALE", "MALE"]) expect(holds(figure(report, "groups.sex.difference", id), 0)).toBe(true);
  });

  test("of a point more or less on either axis together comes who stands within a point of a border", () => {
    const parts = ["A1", "A-1", "B1", "B-1"].map((id) => figure(report, "sensitivity.points", id).value ?? 0);
    const border = figure(report, "sensitivity.points", "border").value ?? 0;
    expect(border).toBeGreaterThanOrEqual(Math.max(...parts));
    expect(border).toBeLessThanOrEqual(parts.reduce((sum, each) => sum + each, 0) + 1e-4);
  });

  test("a threshold a point higher moves whom a point less would move there", () => {
    const [point, middle, high] = [
      figure(report, "sensitivity.points", "B-1"),
      figure(report, "sensitivity.thresholds", "B.middle1"),
      figure(report, "sensitivity.thresholds", "B.high1"),
    ].map(({ value }) => value ?? Number.NaN);
    expect(point).toBeCloseTo((middle ?? 0) + (high ?? 0), 3);
  });
});

test("Where no rater agrees but by chance, kappa is none and says so", () => {
  const chance = measure(simulateFeed(300, 8, on, { ...plan, agreeing: 0 }), on);
  expect(holds(figure(chance, "raters.agreement", "kappa.blind"), 0)).toBe(true);
});

test("The same feed under other pseudonyms, in another order, gives the same report", () => {
  const feed = simulateFeed(100, 9, on);
  const renamed = (name: string) => `${[...name].reverse().join("")}-x`;
  const other: Feed = {
    assessments: feed.assessments.toReversed().map((each) => ({
      ...each,
      person: renamed(each.person),
      assessment: renamed(each.assessment),
      casePseudonym: renamed(each.casePseudonym),
    })),
    ratings: feed.ratings.toReversed().map((each) => ({
      ...each,
      casePseudonym: renamed(each.casePseudonym),
      assessment: each.assessment === null ? null : renamed(each.assessment),
    })),
    decisions: feed.decisions.toReversed().map((each) => ({
      ...each,
      casePseudonym: renamed(each.casePseudonym),
      assessment: each.assessment === null ? null : renamed(each.assessment),
    })),
    members: feed.members.toReversed().map((each) => ({ ...each, person: renamed(each.person) })),
  };
  expect(measure(other, on)).toEqual(measure(feed, on));
});

describe("It says where the data are too thin", () => {
  const empty = measure({ assessments: [], ratings: [], decisions: [], members: [] }, on);
  const few = measure(simulateFeed(40, 3, on), on);
  const states = (told: ValidityReport) =>
    new Set(told.sections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.map(({ state }) => state))));

  test("with nothing recorded no figure is shown", () => {
    expect(states(empty)).toEqual(new Set(["NONE"]));
  });

  test("with forty persons some figures are thin, some suppressed, and none of a group is shown that five of each do not make", () => {
    expect(states(few)).toEqual(new Set(["SHOWN", "THIN", "SUPPRESSED", "NONE"]));
    expect(figure(few, "groups.origin.selection", "OCEANIA")).toMatchObject({ value: null, base: null });
  });

  test("no figure that is hidden has a value, an interval or a base", () => {
    for (const told of [report, few, empty])
      for (const { rows } of told.sections.flatMap(({ tables }) => tables))
        for (const { state, value, low, high } of rows)
          if (state === "SUPPRESSED") expect([value, low, high]).toEqual([null, null, null]);
  });
});

test("On 1 June groups are compared by assessments up to 31 May, and one of 1 June changes no group's figure", () => {
  const feed = simulateFeed(100, 9, on);
  const [one] = feed.assessments;
  if (one === undefined) throw new Error("The feed has no assessment.");
  const late = { ...one, person: "late", assessment: "late", madeOn: "2026-06-01" };
  const groups = (told: ValidityReport) => told.sections.find(({ id }) => id === "groups");
  const members = [...feed.members, { person: "late", sex: "FEMALE", age: "FROM_25", origin: "ASIA" }];
  const until = { ...feed, assessments: feed.assessments.filter(({ madeOn }) => madeOn <= "2026-06-01") };
  const [without, withLate] = [
    measure(until, "2026-06-01"),
    measure({ ...until, assessments: [...until.assessments, late], members }, "2026-06-01"),
  ];
  expect(without.groupsUntil).toBe("2026-05-31");
  expect(groups(withLate)).toEqual(groups(without));
  expect(withLate.sections).not.toEqual(without.sections);
});

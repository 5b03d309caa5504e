import { expect, test } from "vitest";
import { splitReasons } from "../../../subgraphs/scoring/splitReasons.ts";
import { assessedWith, demonstration } from "./demonstrationCatalogue.ts";

const { contributions } = assessedWith({
  EXPULSION_INTEREST: "SECTION_54_2",
  LATEST_OFFENCE: "WITHIN_24",
  ENFORCEABILITY: "ENFORCEABLE_FINAL",
  INTEREST_TO_STAY: "SERIOUS",
});
const sides = splitReasons(contributions, demonstration);
const shown = (side: typeof sides.for) => side.map(({ criterion, points }) => `${criterion} ${points}`);

test("Reasons are what raised an axis, weightiest first", () => {
  expect(shown(sides.for)).toEqual(["C-A1 12", "C-B1 10", "C-A4 4"]);
});

test("Counter-reasons are what lowered an axis, then what could have raised one, by how much it could have", () => {
  expect(shown(sides.against)).toEqual([
    "C-B7 -6",
    "C-B6 -5",
    "C-A2 0",
    "C-A3 0",
    "C-B2 0",
    "C-B3 0",
    "C-A5 0",
    "C-A6 0",
    "C-A7 0",
    "C-B5 0",
    "C-A8 0",
    "C-B4 0",
  ]);
});

test("Every contribution is on exactly one side", () => {
  expect([...sides.for, ...sides.against].map(({ criterion }) => criterion).sort()).toEqual(
    contributions.map(({ criterion }) => criterion).sort(),
  );
});

import { calibrationFigure } from "../../population/calibrationFigure.ts";
import type { Draft } from "./Draft.ts";

/** C16, C18: percent of tolerated persons with the grounds 16 (no travel documents) and 20 (other), Germany, 30 June 2023. */
const published = [
  { value: "16", weight: calibrationFigure("C16") },
  { value: "20", weight: calibrationFigure("C18") },
];

/** Remaining grounds of the list `duldung`, which share the rest evenly for want of figures. */
const alwaysPossible = ["05", "10", "12", "18", "22", "34", "36", "42", "58", "64", "79"];

/** Draws the ground of a toleration: a code of a grant of the list `duldung` that fits the person's procedures. */
export function drawTolerationGround(draft: Draft, minor: boolean): string {
  const { asylum, cases, custodyFrom } = draft.blueprint;
  const others = [
    ...alwaysPossible,
    ...(asylum === "SUBSEQUENT_PENDING" ? ["28"] : []),
    ...(minor ? ["30"] : []),
    ...(cases.some(({ consent }) => consent === "REQUESTED") ? ["32"] : []),
    ...(custodyFrom === null ? [] : ["48"]),
  ];
  const rest = 100 - published.reduce((sum, { weight }) => sum + weight, 0);
  return draft.random.helpers.weightedArrayElement([
    ...published,
    ...others.map((value) => ({ value, weight: rest / others.length })),
  ]);
}

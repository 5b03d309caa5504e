import { expect, test } from "vitest";
import { estimateShare } from "../../../subgraphs/shell/rating/estimateShare.ts";
import { isDrawnForEstimate } from "../../../subgraphs/shell/rating/isDrawnForEstimate.ts";

const references = Array.from({ length: 5000 }, (_, at) => `FM-2026-${100_000_000 + at}`);
const drawnUnder = (key: string) => references.filter((caseRef) => isDrawnForEstimate(key, caseRef));

test("Of many cases the configured share is drawn, the same by the same key, others by another", () => {
  const [one, again, other] = [drawnUnder("0a".repeat(32)), drawnUnder("0a".repeat(32)), drawnUnder("0b".repeat(32))];
  expect(one).toEqual(again);
  for (const drawn of [one, other]) {
    expect(drawn.length / references.length).toBeGreaterThan(estimateShare - 0.02);
    expect(drawn.length / references.length).toBeLessThan(estimateShare + 0.02);
  }
  // Who knows one draw knows nothing of another: they have no more in common than chance gives.
  expect(one.filter((caseRef) => other.includes(caseRef)).length).toBeLessThan(0.3 * one.length);
});

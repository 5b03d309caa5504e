import { expect, test } from "vitest";
import { missingSteps } from "../../../gateway/console/pages/desk/missingSteps.ts";
import { texts } from "../../../gateway/console/pages/desk/texts.ts";

// biome-ignore format: a table, a row a line
test.each([
  ["PRIORITY", "PROPOSED", ["COMPLETENESS"]],
  ["PRIORITY", "ADMITTED", []],
  ["STALE", "CHECKED", ["ASSESSMENT_ANEW", "DECISION"]],
  ["NOT_YET_ASSESSED", "ADMITTED", ["ASSESSMENT"]],
  ["OWN_ESTIMATE_FIRST", "AWAITING_CONFIRMATION", ["OWN_ESTIMATE", "CONFIRMATION"]],
  [null, "CHECKED", ["DECISION"]],
  [null, null, []],
])("A case in group %s and state %s lacks %j, each in words", (group, state, steps) => {
  expect(missingSteps(group, state)).toEqual(steps);
  for (const step of steps) expect(texts.steps[step]).toHaveLength(2);
});

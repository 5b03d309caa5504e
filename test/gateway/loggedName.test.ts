import { expect, test } from "vitest";
import { loggedName } from "../../gateway/loggedName.ts";

const asked = { askedPersons: ["P-SHOWCASE0001"], askedCases: ["FM-2026-0001"] };

test.each([
  ["Person", "FM-2026-0002", "Person"],
  ["Person2026", "FM-2026-0002", "Person2026"],
  ["Person_P_SHOWCASE0001", null, null],
  ["pShowcase0001", null, null],
  ["case_FM_2026_0001_details", null, null],
  ["stated_FM_2026_0002", "FM-2026-0002", null],
  ["stated_FM_2026_0002", null, "stated_FM_2026_0002"],
  ["Akte", "Akte", "Akte"],
  [null, "FM-2026-0002", null],
])("%s of a request that states %s goes on record as %s", (name, caseRef, expected) => {
  expect(loggedName({ name, ...asked }, caseRef)).toBe(expected);
});

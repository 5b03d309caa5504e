import { describe, expect, test } from "vitest";
import { openWorld } from "../harness.ts";

/** Scoring for RRK Münster is granted from 1 March until 31 August 2026; what another rule grants remains. */
const days: readonly { readonly title: string; readonly date: string; readonly scored: boolean }[] = [
  {
    title: "On 28 February, a day before the pilot, RRK Münster sees no assessment",
    date: "2026-02-28",
    scored: false,
  },
  { title: "On 31 August, the pilot's last day, RRK Münster sees an assessment", date: "2026-08-31", scored: true },
  { title: "On 1 September, a day after the pilot, RRK Münster sees no assessment", date: "2026-09-01", scored: false },
];

describe("The pilot's dates", () => {
  test.each(days)("$title", async ({ date, scored }) => {
    const world = await openWorld({ date });
    try {
      const reply = await world.ask(
        "rrk-muenster-caseworker",
        { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0007" },
        '{ person(personRef: "P-SHOWCASE0007") { assessment { state } } }',
      );
      expect(reply.status).toBe(200);
      expect(reply.errors.map((error) => error.extensions?.coordinate)).toEqual(scored ? [] : ["Person.assessment"]);
      const askedScoring = world.traffic.some((each) => each.subgraph === "scoring");
      expect(askedScoring).toBe(scored);
      if (scored) expect(reply.data.person.assessment.state).toBe("LEGAL_EXAMINATION_FIRST");
    } finally {
      await world.close();
    }
  });
});

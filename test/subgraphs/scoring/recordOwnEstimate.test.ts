import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GrantClaims } from "../../../schema/grant.ts";
import { ownEstimate } from "../../../subgraphs/scoring/tables.ts";
import { askers } from "./askers.ts";
import { openScoringWorld, type ScoringWorld } from "./scoringWorld.ts";

const estimateMutation =
  "mutation ($input: RecordOwnEstimateInput!) { recordOwnEstimate(input: $input) { case { caseRef } } }";

let world: ScoringWorld;
beforeAll(async () => {
  world = await openScoringWorld();
  await world.relate(
    { caseRef: "FM-2026-0001", personRef: "P-ONE" },
    { caseRef: "FM-2026-0002", personRef: "P-TWO" },
    { caseRef: "FM-2026-0004", personRef: "P-KOELN", office: "RRK_KOELN" },
  );
});
afterAll(() => world.close());

describe("A person keeps an own estimate", () => {
  const reason = "Die Taten liegen lange zurück.";
  const estimate = (input: object, grant: GrantClaims = askers.rrkMuenster) =>
    world.ask(grant, estimateMutation, { input });

  test("with band and reason, under the own name", async () => {
    await estimate({ caseRef: "FM-2026-0001", band: "REGULAR", reason: `  ${reason} ` });
    expect(await world.database.select().from(ownEstimate)).toMatchObject([
      {
        caseRef: "FM-2026-0001",
        personRef: "P-ONE",
        person: "RRK_MUENSTER-07",
        band: "REGULAR",
        reason,
        kind: "ASSESSMENT",
        sourceOffice: "RRK_MUENSTER",
        evidenceHolder: "RRK_MUENSTER",
      },
    ]);
  });

  test("which the same again repeats and another does not replace", async () => {
    expect((await estimate({ caseRef: "FM-2026-0001", band: "REGULAR", reason })).errors).toBeUndefined();
    const { errors } = await estimate({ caseRef: "FM-2026-0001", band: "PRIORITY", reason });
    expect(errors?.[0]?.extensions).toEqual({ code: "CONFLICT" });
    expect(await world.database.select({ band: ownEstimate.band }).from(ownEstimate)).toEqual([{ band: "REGULAR" }]);
  });

  test.each(["", "too short", " ".repeat(30), "x".repeat(2001)])(
    "but not with a reason of the wrong length",
    async (given) => {
      const { errors } = await estimate({ caseRef: "FM-2026-0002", band: "REGULAR", reason: given });
      expect(errors?.[0]?.extensions).toEqual({ code: "INVALID_INPUT", field: "input.reason" });
    },
  );

  test("but not of a case of Köln, which reads like one that does not exist", async () => {
    const koeln = await estimate({ caseRef: "FM-2026-0004", band: "REGULAR", reason: "" });
    expect(koeln.errors?.[0]?.extensions).toEqual({ code: "NOT_FOUND" });
    expect(koeln).toEqual(await estimate({ caseRef: "FM-2026-9999", band: "REGULAR", reason: "" }));
  });
});

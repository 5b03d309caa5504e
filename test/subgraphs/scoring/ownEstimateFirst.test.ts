import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GrantClaims } from "../../../schema/grant.ts";
import { askers } from "./askers.ts";
import { personReference, sealQuery } from "./personReference.ts";
import { openScoringWorld, type ScoringWorld } from "./scoringWorld.ts";

const caseRef = "FM-2026-0001";
const estimateFirst = {
  message: "The case was drawn for an own estimate. Record yours (recordOwnEstimate); then the assessment opens.",
  extensions: { code: "CONFLICT" },
};

let world: ScoringWorld;
beforeAll(async () => {
  world = await openScoringWorld();
  await world.relate(
    { caseRef, personRef: "P-DRAWN" },
    { caseRef: "FM-2026-0002", personRef: "P-DRAWN" },
    { caseRef: "FM-2026-0003", personRef: "P-OTHER" },
    { caseRef: "FM-2026-0004", personRef: "P-OTHER", office: "RRK_KOELN" },
    { caseRef, personRef: "P-DRAWN", office: "ZAB_COESFELD", kind: "ADMITTED_CASE" },
  );
  await world.keep(caseRef, "P-DRAWN", "2026-06-01");
  await world.draw(caseRef);
  await world.draw("FM-2026-0004");
});
afterAll(() => world.close());

const assess = (...personRefs: string[]) =>
  world.ask(askers.rrkMuenster, sealQuery, { references: personRefs.map((each) => personReference(each)) });
const kept = (grant: GrantClaims) =>
  world.ask(
    grant,
    `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Case { recordedAssessments { assessment { band } } } } }`,
    { references: [{ __typename: "Case", caseRef }] },
  );
const record = (seal: string) =>
  world.ask(
    askers.rrkMuenster,
    `mutation ($input: RecordAssessmentInput!) { recordAssessment(input: $input) { recordedAssessment { assessment { band } } } }`,
    { input: { caseRef, seal } },
  );

describe("Before the own estimate of a drawn case is given", () => {
  test("the person is not assessed for RRK Münster, which is told what to do; the other person of the page is", async () => {
    const { data, errors } = await assess("P-DRAWN", "P-OTHER");
    expect(data._entities).toMatchObject([{ assessment: null }, { assessment: { band: "NO_PROPOSAL" } }]);
    expect(errors).toMatchObject([{ ...estimateFirst, path: ["_entities", 0, "assessment"] }]);
  });

  test("the assessment that is kept for the case is closed to it too", async () => {
    const { data, errors } = await kept(askers.rrkMuenster);
    expect(data._entities).toEqual([{ recordedAssessments: null }]);
    expect(errors).toMatchObject([estimateFirst]);
  });

  test("ZAB Coesfeld, which gives no estimate, reads the kept band", async () => {
    const { data, errors } = await kept(askers.zabCoesfeld);
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([{ recordedAssessments: [{ assessment: { band: "NO_PROPOSAL" } }] }]);
  });

  test("on the day before its relation began, it reads nothing and is told nothing of the draw", async () => {
    const { data, errors } = await kept({ ...askers.rrkMuenster, date: "2026-03-01" });
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([{ recordedAssessments: null }]);
  });

  test("a seal from before the draw keeps nothing", async () => {
    await world.relate({ caseRef: "FM-2026-0007", personRef: "P-LATE" });
    const { data } = await assess("P-LATE");
    await world.draw("FM-2026-0007");
    const { errors } = await world.ask(
      askers.rrkMuenster,
      `mutation ($input: RecordAssessmentInput!) { recordAssessment(input: $input) { dataSubject } }`,
      { input: { caseRef: "FM-2026-0007", seal: data._entities[0].assessment.seal } },
    );
    expect(errors).toMatchObject([estimateFirst]);
  });
});

test("Once it is given, the assessment opens and can be kept", async () => {
  const { errors } = await world.ask(
    askers.rrkMuenster,
    "mutation ($input: RecordOwnEstimateInput!) { recordOwnEstimate(input: $input) { case { caseRef } } }",
    { input: { caseRef, band: "REGULAR", reason: "Die Taten liegen lange zurück." } },
  );
  expect(errors).toBeUndefined();
  const { data } = await assess("P-DRAWN");
  expect(data._entities[0].assessment.band).toBe("NO_PROPOSAL");
  expect((await kept(askers.rrkMuenster)).data._entities[0].recordedAssessments).toHaveLength(1);
  expect((await record(data._entities[0].assessment.seal)).errors).toBeUndefined();
});

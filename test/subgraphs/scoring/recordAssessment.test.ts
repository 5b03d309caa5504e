import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GrantClaims } from "../../../schema/grant.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import { readEvaluationKey } from "../../../subgraphs/scoring/readEvaluationKey.ts";
import { sealAssessment } from "../../../subgraphs/scoring/seal/sealAssessment.ts";
import { sealKey } from "../../../subgraphs/scoring/seal/sealKey.ts";
import { recordedAssessment } from "../../../subgraphs/scoring/tables.ts";
import { readRows } from "../../../subgraphs/shell/readRows.ts";
import { relation } from "../../../subgraphs/shell/tables.ts";
import { today } from "../today.ts";
import { askers } from "./askers.ts";
import { assessedWith, demonstration } from "./demonstrationCatalogue.ts";
import { factsOf } from "./factsOf.ts";
import { personReference, sealQuery } from "./personReference.ts";
import { openScoringWorld, type ScoringWorld } from "./scoringWorld.ts";

const mutation = `mutation ($input: RecordAssessmentInput!) {
  recordAssessment(input: $input) {
    relationFacts dataSubject
    recordedAssessment {
      id recordedOn recordedBy stale
      provenance { version sourceOffice { id } sourceFileRef eventDate kind evidenceHolder { id } legalBasis }
      assessment { state band at axisA axisB seal contributions { criterion { id norm } points } gates { id closed } }
    }
  }
}`;
const values = {
  EXPULSION_INTEREST: "SECTION_54_2",
  VIOLENCE_OR_WEAPON: "YES",
  ASYLUM: "NONE",
  ENFORCEABILITY: "ENFORCEABLE_FINAL",
} as const;

let world: ScoringWorld;
beforeAll(async () => {
  world = await openScoringWorld();
  await world.relate(
    { caseRef: "FM-2026-0001", personRef: "P-ONE" },
    { caseRef: "FM-2026-0002", personRef: "P-TWO" },
    { caseRef: "FM-2026-0003", personRef: "P-BLOCKED" },
    { caseRef: "FM-2026-0004", personRef: "P-KOELN", office: "RRK_KOELN" },
    { caseRef: "FM-2026-0005", personRef: "P-ENDED", until: "2026-06-14" },
    { caseRef: "FM-2026-0006", personRef: "P-PART", kind: "PARTICIPATING_CASE" },
  );
  await world.block("P-BLOCKED");
  // Under this key none of these cases is drawn for a second rating.
  await readEvaluationKey(world.database, "0f".repeat(32));
});
afterAll(() => world.close());

async function sealFor(personRef: string, grant: GrantClaims = askers.rrkMuenster): Promise<string> {
  const { data } = await world.ask(grant, sealQuery, { references: [personReference(personRef, values)] });
  return data._entities[0].assessment.seal;
}
const record = (caseRef: string, seal: string, grant: GrantClaims = askers.rrkMuenster) =>
  world.ask(grant, mutation, { input: { caseRef, seal } });
const kept = () => world.database.select().from(recordedAssessment);

describe("RRK Münster keeps an assessment that it has read", () => {
  test("and it is kept as it was read, with its inputs, version and the person who kept it", async () => {
    const seal = await sealFor("P-ONE");
    const { data, errors } = await record("FM-2026-0001", seal);
    expect(errors).toBeUndefined();
    const { state, band, at, axisA, axisB } = assessedWith(values);
    expect(data.recordAssessment).toMatchObject({
      relationFacts: ["OWN_CASE"],
      dataSubject: "P-ONE",
      recordedAssessment: {
        recordedOn: today,
        recordedBy: "RRK_MUENSTER-07",
        stale: false,
        provenance: {
          version: 1,
          sourceOffice: { id: "RRK_MUENSTER" },
          sourceFileRef: "FM-2026-0001",
          eventDate: today,
          kind: "ASSESSMENT",
          evidenceHolder: { id: "RRK_MUENSTER" },
          legalBasis: "Art. 6 (1) (e) GDPR, § 86 AufenthG",
        },
        assessment: { state, band, at, axisA, axisB, seal: null },
      },
    });
    expect(data.recordAssessment.recordedAssessment.assessment.contributions[0]).toEqual({
      criterion: { id: "C-A1", norm: "§ 54 AufenthG" },
      points: 12,
    });
    expect(await kept()).toMatchObject([
      {
        caseRef: "FM-2026-0001",
        personRef: "P-ONE",
        recordedBy: "RRK_MUENSTER-07",
        catalogueVersion: "demo-1",
        band,
        expiresOn: "2026-09-13",
        assessment: assessedWith(values),
        inputs: expect.arrayContaining([...factsOf(values)]),
      },
    ]);
  });

  test("and what was kept gives the same assessment when it is worked out again", async () => {
    for (const { inputs, eventDate, assessment } of await kept()) {
      expect(assess(inputs, eventDate, demonstration)).toEqual(assessment);
    }
  });

  test("and the same request again, because the reply was lost, keeps nothing twice", async () => {
    const seal = await sealFor("P-TWO");
    const first = await record("FM-2026-0002", seal);
    const again = await record("FM-2026-0002", seal);
    expect(again.data.recordAssessment.recordedAssessment.id).toBe(first.data.recordAssessment.recordedAssessment.id);
    expect((await kept()).filter(({ caseRef }) => caseRef === "FM-2026-0002")).toHaveLength(1);
  });

  test("and changes nothing in the directory, where the case is not drawn for a second rating", async () => {
    const before = await world.database.select().from(relation);
    await record("FM-2026-0001", await sealFor("P-ONE"));
    expect(await world.database.select().from(relation)).toEqual(before);
  });
});

describe("Nothing is kept, and nothing is told", () => {
  test.each([
    ["that does not exist", "FM-2026-9999"],
    ["of RRK Köln", "FM-2026-0004"],
    ["of a person under the large transfer block", "FM-2026-0003"],
    ["whose relation ended yesterday", "FM-2026-0005"],
    ["in which the RRK only takes part", "FM-2026-0006"],
    ["of another person than the one assessed", "FM-2026-0002"],
  ])("A case %s: the same answer, byte by byte", async (_about, caseRef) => {
    const before = await kept();
    const answer = await record(caseRef, await sealFor("P-ONE"));
    expect(JSON.stringify(answer)).toBe(
      JSON.stringify({
        errors: [
          {
            message: "There is no such record for this requester.",
            extensions: { code: "NOT_FOUND" },
            path: ["recordAssessment"],
          },
        ],
        data: { recordAssessment: null },
      }),
    );
    expect(await kept()).toEqual(before);
  });

  test("An invisible case with a broken seal reads like one that does not exist", async () => {
    expect(await record("FM-2026-0004", "broken")).toEqual(await record("FM-2026-9999", "broken"));
  });

  const sealed = (office: string, holder: string, issuedAt: number) =>
    sealAssessment(
      { personRef: "P-ONE", office, holder, assessment: assessedWith(values), inputs: factsOf(values) },
      sealKey(),
      issuedAt,
    );
  const muenster = "RRK_MUENSTER";

  test.each([
    ["is 16 minutes old", () => sealed(muenster, muenster, Date.now() - 16 * 60_000)],
    ["another office read", () => sealed("RRK_KOELN", "RRK_KOELN", Date.now())],
    ["another holder read", () => sealed(muenster, "SUBJECT:P-ONE", Date.now())],
    [
      "was tampered with",
      () =>
        sealed(muenster, muenster, Date.now()).replace(
          /^(.{40})(.)/,
          (_, before, each) => before + (each === "A" ? "B" : "A"),
        ),
    ],
    ["is none", () => "seal"],
  ])("A seal that %s", async (_about, seal) => {
    const before = await kept();
    const { errors } = await record("FM-2026-0001", seal());
    expect(errors?.[0]?.extensions).toEqual({ code: "INVALID_INPUT", field: "input.seal" });
    expect(await kept()).toEqual(before);
  });

  test("A grant that names no acting person", async () => {
    const { errors } = await record("FM-2026-0001", await sealFor("P-ONE"), { ...askers.rrkMuenster, person: null });
    expect(errors?.[0]?.extensions).toEqual({ code: "FIELD_NOT_GRANTED" });
  });

  test("An office whose grant does not let it write", async () => {
    const { errors } = await record("FM-2026-0001", "seal", askers.zabCoesfeld);
    expect(errors?.[0]?.extensions).toEqual({ code: "FIELD_NOT_GRANTED" });
  });
});

test("Scoring keeps no case: none of its tables has a state to change", async () => {
  const rows = await readRows(
    world.database,
    sql`SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'scoring' AND column_name = 'state'`,
  );
  expect(rows).toEqual([]);
});

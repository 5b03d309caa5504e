import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessAnswerQuery } from "../../gateway/rights/accessAnswerQuery.ts";
import { catalogues } from "../../subgraphs/scoring/catalogue/catalogues.ts";
import { assess } from "../../subgraphs/scoring/engine/assess.ts";
import { recordedAssessment } from "../../subgraphs/scoring/tables.ts";
import type { Database } from "../../subgraphs/shell/openStore.ts";
import { openWorld, type World } from "../harness.ts";
import { wholeContract } from "../wholeContract.ts";

const person = "P-SHOWCASE0001";
const caseRef = "FM-2026-0001";
const stated = { purpose: "DATA_SUBJECT_ACCESS" };

/** What the person has to learn nothing of; each is a difference between two worlds. */
const hiddenDifferences: Readonly<Record<string, (database: Database) => Promise<unknown>>> = {
  "an investigation with a charge, disclosure deferred": (database) =>
    database.execute(sql`INSERT INTO criminal_records.investigation
      SELECT (jsonb_populate_record(i, '{"fact_id": "INV-DEFERRED", "source_file_ref": "900 Js 9/26", "state": "CHARGED",
        "event_date": "2019-01-02", "since": "2019-01-02", "disclosure_deferred": true}')).*
      FROM criminal_records.investigation AS i WHERE i.person_ref = ${person} LIMIT 1`),
  "the prosecutor's office that conducts it": (database) =>
    database.execute(sql`INSERT INTO directory.relation
      VALUES ('STA_R2400S', ${person}, 'OWN_INVESTIGATION', '900 Js 9/26', '2019-01-02', NULL)`),
  "a request for that office's consent, refused": async (database) => {
    await database.execute(sql`INSERT INTO casework.prosecutor_consent
      SELECT (jsonb_populate_record(c, '{"fact_id": "PC-DEFERRED", "source_office": "STA_R2400S", "office": "STA_R2400S",
        "position": 90, "version": 2, "state": "REFUSED", "requested_on": "2026-05-01", "answered_on": "2026-05-08"}')).*
      FROM casework.prosecutor_consent AS c WHERE c.case_ref = ${caseRef} LIMIT 1`);
    await database.execute(
      sql`INSERT INTO directory.relation VALUES ('STA_R2400S', ${person}, 'CONSENT_REQUEST', ${caseRef}, '2026-05-01', NULL)`,
    );
  },
  "what the kept assessment made of both": async (database) => {
    const [row] = await database.select().from(recordedAssessment).where(eq(recordedAssessment.caseRef, caseRef));
    const compiled = catalogues.version(row?.catalogueVersion ?? "");
    if (row === undefined || compiled === null) throw new Error("The showcase has a kept assessment.");
    const known = { OPEN_CHARGES: "3", PROSECUTOR_CONSENT: "REFUSED" };
    const inputs = row.inputs.map((fact) =>
      fact.key in known
        ? { ...fact, value: known[fact.key as keyof typeof known], asOf: "2019-01-02", references: ["INV-DEFERRED@1"] }
        : fact,
    );
    const assessment = assess(inputs, row.eventDate, compiled);
    expect(assessment.axisA).not.toBe(row.assessment.axisA);
    expect(assessment.axisB).not.toBe(row.assessment.axisB);
    const { band } = assessment;
    await database
      .update(recordedAssessment)
      .set({ inputs, assessment, band })
      .where(eq(recordedAssessment.factId, row.factId));
  },
  "the date of the removal": (database) =>
    database.execute(
      sql`UPDATE immigration.planned_removal SET removal_date = removal_date + 9 WHERE person_ref = ${person}`,
    ),
  "the staff who proposed, decided and kept": async (database) => {
    await database.execute(sql`UPDATE casework.case_event SET by = 'NOBODY-99' WHERE case_ref = ${caseRef}`);
    await database.execute(sql`UPDATE casework."case" SET lead = 'NOBODY-99' WHERE case_ref = ${caseRef}`);
    await database.execute(
      sql`UPDATE scoring.recorded_assessment SET recorded_by = 'NOBODY-99' WHERE case_ref = ${caseRef}`,
    );
  },
  "who proposed the case, and on what ground": (database) =>
    database.execute(
      sql`UPDATE casework."case" SET proposed_by = 'LKA_NRW', ground = 'SOCIAL_CONDUCT' WHERE case_ref = ${caseRef}`,
    ),
};

let plain: World;
let differing: World;
beforeAll(async () => {
  plain = await openWorld();
  differing = await openWorld({
    prepare: async (database) => {
      for (const change of Object.values(hiddenDifferences)) await change(database);
    },
  });
}, 60_000);
afterAll(() => Promise.all([plain?.close(), differing?.close()]));

describe("On 15 June 2026, in two worlds that differ in what is kept from the person", () => {
  test("every field of the person's contract reads the same, byte by byte", async () => {
    const queries = await wholeContract(plain, "data-subject", stated, { personRef: person, caseRef, first: 2 });
    expect(queries.length).toBeGreaterThan(2);
    for (const query of queries) {
      const [one, other] = await Promise.all(
        [plain, differing].map((world) => world.ask("data-subject", stated, query)),
      );
      expect(one?.status, one?.text).toBe(200);
      expect(other?.text).toBe(one?.text);
    }
    const all = queries.join("\n");
    for (const field of [
      "assessmentDisclosures",
      "possibleBands",
      "investigations",
      "cases",
      "convictions",
      "accesses",
    ]) {
      expect(all).toContain(field);
    }
  });

  test("though an office that may know reads the difference", async () => {
    const ask = (world: World) =>
      world.ask(
        "rrk-muenster-caseworker",
        { purpose: "CASE_MANAGEMENT", caseRef },
        `{ case(caseRef: "${caseRef}") { ground consents { state } recordedAssessments { assessment { axisA axisB } }
          person { investigations { id } } } }`,
      );
    const [one, other] = await Promise.all([ask(plain), ask(differing)]);
    expect(one?.errors).toEqual([]);
    for (const field of ["ground", "consents", "recordedAssessments"]) {
      expect(other?.data.case[field]).not.toEqual(one?.data.case[field]);
    }
    expect(other?.data.case.person.investigations).toHaveLength(one?.data.case.person.investigations.length + 1);
    const removal = (world: World) =>
      world.ask(
        "zab-coesfeld",
        { purpose: "RETURN_EXECUTION", caseRef },
        `{ person(personRef: "${person}") { plannedRemoval { date } } }`,
      );
    const [planned, moved] = await Promise.all([removal(plain), removal(differing)]);
    expect(planned?.data.person.plannedRemoval.date).toEqual(expect.any(String));
    expect(moved?.data).not.toEqual(planned?.data);
  });
});

describe("The person concerned is told of the assessment in the own case", () => {
  test("result, criteria, points, significance and how to contest it, without what rests on proceedings", async () => {
    const reply = await plain.ask(
      "data-subject",
      stated,
      `{ case(caseRef: "${caseRef}") { assessmentDisclosures { recordedOn status state band possibleBands
        significance rightToChallenge withheldNotice contributions { criterion { id norm } withheld points finding } } } }`,
    );
    const [disclosure, ...more] = reply.data.case.assessmentDisclosures;
    expect(more).toEqual([]);
    expect(disclosure).toMatchObject({ recordedOn: "2026-06-01", status: "DEMONSTRATION", state: "ASSESSED" });
    expect(disclosure.possibleBands).toContain("PRIORITY");
    expect(disclosure.rightToChallenge).toMatch(/Art\. 22/);
    expect(disclosure.contributions).toHaveLength(15);
    expect(disclosure.contributions[0]).toEqual({
      criterion: { id: "C-A1", norm: "§ 54 AufenthG" },
      withheld: false,
      points: 20,
      finding: "Besonders schwerwiegendes Ausweisungsinteresse (§ 54 Abs. 1 AufenthG)",
    });
    const withheld = disclosure.contributions.filter((each: { withheld: boolean }) => each.withheld);
    expect(
      withheld.map(({ criterion, points }: { criterion: { id: string }; points: null }) => [criterion.id, points]),
    ).toEqual([
      ["C-A6", null],
      ["C-B4", null],
    ]);
    expect(reply.errors.map(({ extensions }) => extensions?.coordinate)).toEqual([
      "DisclosedContribution.points",
      "DisclosedContribution.finding",
    ]);
  });

  test("and not of an assessment as the office has it: no trace, no hash, no staff", async () => {
    for (const field of ["assessment { band }", "cases { recordedAssessments { recordedBy } }"]) {
      const reply = await plain.ask("data-subject", stated, `{ person(personRef: "${person}") { ${field} } }`);
      expect(reply.status).toBe(400);
    }
  });

  test("and another person is told nothing of it", async () => {
    const reply = await plain.askAs(
      { office: "DATA_SUBJECT", role: "DATA_SUBJECT", purposes: ["DATA_SUBJECT_ACCESS"], personRef: "P-SHOWCASE0002" },
      stated,
      `{ case(caseRef: "${caseRef}") { state } cases { edges { node { caseRef } } } }`,
    );
    expect(reply.data).toEqual({ case: null, cases: { edges: [{ node: { caseRef: "FM-2026-0002" } }] } });
  });
});

test("The person concerned is told who read the own data: the RRK and the fields, without its staff; of the police nothing", async () => {
  const asked = `{ person(personRef: "${person}") { familyName } }`;
  const accesses = async () => {
    const query = `{ person(personRef: "${person}") { accesses { totalCount edges { node { office { id } purpose fields } } } } }`;
    const reply = await plain.ask("data-subject", stated, query);
    expect(reply.errors).toEqual([]);
    return reply.data.person.accesses;
  };
  const before = (await accesses()).totalCount;
  await plain.ask("rrk-muenster-caseworker", { purpose: "CASE_MANAGEMENT", caseRef }, asked);
  const { totalCount, edges } = await accesses();
  expect(totalCount).toBe(before + 1);
  expect(edges[0].node).toEqual({
    office: { id: "RRK_MUENSTER" },
    purpose: "CASE_MANAGEMENT",
    fields: ["Person.familyName"],
  });
  await plain.ask("police-muenster", { purpose: "DANGER_AVERSION", caseRef }, asked);
  expect((await accesses()).totalCount).toBe(before + 1);
});

// Last: accesses are told to the person with their instants, and these are two more.
describe("On 15 June 2026, in the same two worlds", () => {
  test("what the desk for the rights of the person drafts an answer from reads the same, byte by byte", async () => {
    const desk = { purpose: "DATA_SUBJECT_REQUEST", caseRef: "ABH-BOR-4711/19", reason: "Entwurf der Auskunft" };
    const variables = { personRef: person, after: null };
    const [one, other] = await Promise.all(
      [plain, differing].map((world) => world.ask("abh-borken-rights", desk, accessAnswerQuery, variables)),
    );
    expect(one?.status, one?.text).toBe(200);
    expect(one?.data.person.cases[0].assessmentDisclosures.length).toBeGreaterThan(0);
    const told = (reply: typeof one) => JSON.stringify([{ ...reply?.data.person, accesses: null }, reply?.errors]);
    expect(told(other)).toBe(told(one));
  });
});

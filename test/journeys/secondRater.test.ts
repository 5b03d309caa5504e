import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogues } from "../../subgraphs/scoring/catalogue/catalogues.ts";
import { assess } from "../../subgraphs/scoring/engine/assess.ts";
import { recordedAssessment } from "../../subgraphs/scoring/tables.ts";
import type { Database } from "../../subgraphs/shell/openStore.ts";
import { openWorld, type World } from "../harness.ts";
import { wholeContract } from "../wholeContract.ts";

const rater = "rrk-muenster-second-rater";
const stated = { purpose: "EVALUATION" };
const [caseRef, person] = ["FM-2026-0001", "P-SHOWCASE0001"];

/** Another first assessment of every case, with all that follows from it: the decisions, the states, the history. */
async function assessOtherwise(database: Database): Promise<void> {
  for (const row of await database.select().from(recordedAssessment)) {
    const compiled = catalogues.version(row.catalogueVersion);
    if (compiled === null) throw new Error("The catalogue of the population is held here.");
    const grave = { EXPULSION_INTEREST: "NONE", VIOLENCE_OR_WEAPON: "NO", FURTHER_CONVICTIONS: "0" };
    const inputs = row.inputs.map((fact) => ({ ...fact, value: grave[fact.key as keyof typeof grave] ?? fact.value }));
    const assessment = assess(inputs, row.eventDate, compiled);
    await database
      .update(recordedAssessment)
      .set({ inputs, assessment, band: assessment.band })
      .where(eq(recordedAssessment.factId, row.factId));
  }
  await database.execute(sql`UPDATE casework."case" SET state = 'CHECKED', closing_outcome = NULL`);
  await database.execute(
    sql`UPDATE casework.admission_decision SET outcome = 'REJECT', follows_band = NOT follows_band`,
  );
  await database.execute(sql`UPDATE casework.case_event SET kind = 'REJECTED' WHERE kind = 'ADMITTED'`);
  await database.execute(sql`UPDATE scoring.recorded_assessment SET recorded_by = 'NOBODY-99'`);
}

let plain: World;
let differing: World;
beforeAll(async () => {
  plain = await openWorld();
  differing = await openWorld({ prepare: assessOtherwise });
}, 60_000);
afterAll(() => Promise.all([plain?.close(), differing?.close()]));

describe("On 15 June 2026, in two worlds that differ in the first assessments and what followed from them", () => {
  test("the caseworker sees the difference", async () => {
    const query = `{ case(caseRef: "${caseRef}") { state recordedAssessments { assessment { band axisA } } } }`;
    const ask = (world: World) => world.ask("rrk-muenster-caseworker", { purpose: "CASE_MANAGEMENT", caseRef }, query);
    const [one, other] = await Promise.all([ask(plain), ask(differing)]);
    expect(one?.data.case.recordedAssessments).toHaveLength(1);
    expect(other?.data.case.state).not.toBe(one?.data.case.state);
    expect(other?.data.case.recordedAssessments).not.toEqual(one?.data.case.recordedAssessments);
  });

  test("every field of the second rater's contract reads the same, byte by byte", async () => {
    const queries = await wholeContract(plain, rater, stated, { personRef: person, caseRef, first: 5 });
    for (const query of queries) {
      const [one, other] = await Promise.all([plain, differing].map((world) => world.ask(rater, stated, query)));
      expect(one?.status, one?.text).toBe(200);
      expect(other?.text).toBe(one?.text);
    }
    const all = queries.join("\n");
    for (const field of ["convictions", "investigations", "socialConductReports", "consents", "worklistByDate"]) {
      expect(all).toContain(field);
    }
    for (const field of ["band", "recordedAssessments", "state rrk", "history", "admissionDecisions", "followsBand"]) {
      expect(all).not.toMatch(new RegExp(`\\b${field}\\b`));
    }
  });
});

describe("A second rater", () => {
  const list =
    "{ worklistByDate(first: 50) { totalCount edges { node { date case { caseRef person { personRef } } } } } }";
  const listed = async () => {
    const reply = await plain.ask(rater, stated, list);
    expect(reply.errors).toEqual([]);
    const { edges, totalCount } = reply.data.worklistByDate;
    expect(edges).toHaveLength(totalCount);
    return edges.map(({ node }: { node: { date: string; case: { caseRef: string } } }) => node);
  };
  const rate = (input: object, asked = "blindRating { band reason ratedOn }") =>
    plain.ask(
      rater,
      stated,
      `mutation($input: RecordBlindRatingInput!) { recordBlindRating(input: $input) { ${asked} } }`,
      { input },
    );
  const reason = "Schwere Straftaten, Rückführung vorbereitet.";

  test("lists the drawn cases by date, and sees no other case of the own office", async () => {
    const nodes = await listed();
    const dates = nodes.map(({ date }: { date: string }) => date);
    expect(dates).toEqual(dates.toSorted());
    expect(nodes).toContainEqual({
      date: "2026-06-01",
      case: { caseRef, person: { personRef: person } },
    });
    expect(nodes.map((node: { case: { caseRef: string } }) => node.case.caseRef)).not.toContain("FM-2026-0002");
    const hidden = await plain.ask(rater, stated, '{ person(personRef: "P-SHOWCASE0002") { personRef } }');
    expect(hidden.text).toBe('{"data":{"person":null}}\n');
  });

  test("learns of the person rated neither name nor day of birth nor the authority's file", async () => {
    for (const field of [
      "familyName",
      "birthName",
      "givenNames",
      "dateOfBirth",
      "fileRef",
      "competentAuthority { id }",
    ]) {
      const reply = await plain.ask(rater, stated, `{ person(personRef: "${person}") { ${field} } }`);
      expect([field, reply.errors[0]?.extensions?.code]).toEqual([field, "GRAPHQL_VALIDATION_FAILED"]);
    }
    expect((await plain.ask(rater, stated, "{ persons(orderBy: FAMILY_NAME) { totalCount } }")).status).toBe(400);
  });

  test("rates a case and reads the own rating as a confirmation, on record under the person; the case leaves the list", async () => {
    const before = (await listed()).length;
    const { data, errors } = await rate({ caseRef, band: "REGULAR", reason });
    expect(errors).toEqual([]);
    expect(data.recordBlindRating.blindRating).toEqual({ band: "REGULAR", reason, ratedOn: "2026-06-15" });
    const log = plain.log();
    const written = log.findLast((each) => each.type === "operation" && each.outcome === "ANSWERED");
    const decision = log.find((each) => each.type === "decision" && each.id === written.decision);
    expect(JSON.stringify(decision.allowed)).toContain("Mutation.recordBlindRating");
    const subjects = log.filter((each) => each.type === "subject" && each.operation === written.id);
    expect(subjects.map(({ subject }) => plain.named(subject))).toEqual([person]);
    const after = await listed();
    expect(after).toHaveLength(before - 1);
    expect(JSON.stringify(after)).not.toContain(caseRef);
    expect((await rate({ caseRef, band: "REGULAR", reason })).errors).toEqual([]);
    expect((await rate({ caseRef, band: "PRIORITY", reason })).errors[0]?.extensions?.code).toBe("CONFLICT");
  });

  test("rates no case that was not drawn: it reads like one that does not exist", async () => {
    const other = await rate({ caseRef: "FM-2026-0002", band: "REGULAR", reason });
    expect(other.errors[0]?.extensions?.code).toBe("NOT_FOUND");
    expect(other.text).toBe((await rate({ caseRef: "FM-2020-0000", band: "REGULAR", reason })).text);
  });

  test("is read by the evaluation beside the first band, under a pseudonym, and by nobody at the RRK", async () => {
    const query = "{ evaluationRecords(first: 200) { edges { node { pseudonym band blindBands } } } }";
    const evaluated = await plain.ask("evaluator", { purpose: "EVALUATION" }, query);
    expect(evaluated.errors).toEqual([]);
    const nodes = evaluated.data.evaluationRecords.edges.map((edge: { node: object }) => edge.node);
    expect(nodes).toContainEqual({
      pseudonym: expect.stringMatching(/^[a-z2-7]{20}$/),
      band: "PRIORITY",
      blindBands: ["REGULAR"],
    });
    expect(evaluated.text).not.toMatch(/FM-|P-SHOW|rrk-ms/);
    for (const persona of ["rrk-muenster-caseworker", "rrk-muenster-lead"]) {
      const introspected = await plain.ask(
        persona,
        { purpose: "CASE_MANAGEMENT", caseRef },
        "{ __schema { types { name fields { name } } } }",
      );
      expect(introspected.text).not.toMatch(/blind/i);
    }
  });
});

describe("RRK Köln, which has no assessments", () => {
  test("works by date: its own cases, oldest first, and no list by band in its contract", async () => {
    const worklist = { purpose: "WORKLIST" };
    const reply = await plain.ask(
      "rrk-koeln-caseworker",
      worklist,
      "{ worklistByDate(first: 50) { totalCount edges { node { date case { caseRef state openedOn } } } } }",
    );
    expect(reply.errors).toEqual([]);
    const nodes = reply.data.worklistByDate.edges.map((edge: { node: object }) => edge.node);
    expect(nodes).toContainEqual({
      date: "2026-03-09",
      case: { caseRef: "FM-2026-0010", state: "PROPOSED", openedOn: "2026-03-09" },
    });
    const dates = nodes.map(({ date }: { date: string }) => date);
    expect(dates).toEqual(dates.toSorted());
    expect(nodes.every((node: { date: string; case: { openedOn: string } }) => node.date === node.case.openedOn)).toBe(
      true,
    );
    expect((await plain.ask("rrk-koeln-caseworker", worklist, "{ worklist { totalCount } }")).status).toBe(400);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openWorld, type Reply, type Stated, type World } from "../harness.ts";
import { way } from "./way.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.forget());

const caseworker = "rrk-muenster-caseworker";
const management: Stated = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };
const one = 'person(personRef: "P-SHOWCASE0001")';
const add = (caseRef: string, answer = "{ case { caseRef } }", dueOn = "2026-07-01") =>
  `addMeasure(input: { caseRef: "${caseRef}", kind: HEARING, office: "ABH_05554", dueOn: "${dueOn}" }) ${answer}`;
const codeOf = (reply: Reply) => reply.errors[0]?.extensions?.code;

describe(way("W-21"), () => {
  const measures = async () =>
    (await world.ask(caseworker, management, '{ case(caseRef: "FM-2026-0001") { measures { dueOn } } }')).data.case
      .measures.length;

  test("what its answer selects and may not have refuses the mutation before anything is asked", async () => {
    const before = await measures();
    world.forget();
    const reply = await world.ask(
      caseworker,
      management,
      `mutation { ${add("FM-2026-0001", "{ case { person { familyName wantedNotices { since } } } }")} }`,
    );
    expect([reply.status, codeOf(reply)]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
    const withheld = await world.ask(
      "sta-muenster",
      { purpose: "SENTENCE_ENFORCEMENT", caseRef: "100 Js 1/26" },
      `mutation { answerConsent(input: { caseRef: "FM-2026-0001", answer: GIVEN }) { case { person { investigations { id } } } } }`,
    );
    expect([withheld.status, codeOf(withheld)]).toEqual([403, "MUTATION_REFUSED"]);
    expect(world.traffic).toEqual([]);
    expect(await measures()).toBe(before);
  });

  test("of two mutations, one of which is not granted for the purpose, neither is carried out", async () => {
    const before = await measures();
    world.forget();
    const propose =
      'proposeCase(input: { personRef: "P-SHOWCASE0001", ground: OFFENCES, reason: "Nach Aktenlage" }) { case { state } }';
    const reply = await world.ask(caseworker, management, `mutation { ${add("FM-2026-0001")} ${propose} }`);
    expect([reply.status, codeOf(reply)]).toEqual([403, "MUTATION_REFUSED"]);
    expect(reply.errors[0]?.extensions?.withheld).toEqual([
      { coordinate: "Mutation.proposeCase", category: "CASE_PROPOSAL" },
    ]);
    expect(world.traffic).toEqual([]);
    expect(await measures()).toBe(before);
  });

  test("a withheld field refuses it whole, though @skip would leave the field out", async () => {
    const answer = `answerConsent(input: { caseRef: "FM-2026-0001", answer: GIVEN })`;
    const query = `mutation { ${answer} { case { person { investigations @skip(if: true) { id } } } } }`;
    const reply = await world.ask("sta-muenster", { purpose: "SENTENCE_ENFORCEMENT", caseRef: "100 Js 1/26" }, query);
    expect(reply.status).toBe(403);
    expect(reply.errors[0]?.extensions?.withheld).toEqual([
      { coordinate: "Person.investigations", category: "INVESTIGATION" },
    ]);
    expect(world.traffic).toEqual([]);
  });
});

describe(way("W-38"), () => {
  const record = `mutation($case: ID!, $seal: String!) { recordAssessment(input: { caseRef: $case, seal: $seal }) { recordedAssessment { id } } }`;
  test("neither another person's case, nor a changed seal takes it, and a repetition gives the same row", async () => {
    const { data } = await world.ask(caseworker, management, `{ ${one} { assessment { seal } } }`);
    const seal: string = data.person.assessment.seal;
    const keep = (stated: Stated, kept: string, ref = stated.caseRef) =>
      world.ask(caseworker, stated, record, { case: ref, seal: kept });
    expect(codeOf(await keep({ ...management, caseRef: "FM-2026-0002" }, seal))).toBe("NOT_FOUND");
    expect(codeOf(await keep({ ...management, caseRef: "FM-2026-0002" }, seal, "FM-2026-0001"))).toBe("NOT_FOUND");
    expect(codeOf(await keep(management, `${seal.slice(0, -4)}AAAA`))).toBe("INVALID_INPUT");
    expect(codeOf(await keep(management, "A".repeat(200)))).toBe("INVALID_INPUT");
    const kept = await keep(management, seal);
    expect(kept.data.recordAssessment.recordedAssessment.id).toMatch(/^RA-[0-9A-Z]{16}$/);
    expect((await keep(management, seal)).data).toEqual(kept.data);
  });
});

describe(way("W-42"), () => {
  /** Subjects of the operation that was recorded last, with their coordinates by name. */
  function recordedSubjects(): readonly { personRef: string | null; coordinates: readonly string[] }[] {
    const log = world.log();
    const operation = log.findLast((each) => each.type === "operation");
    const decision = log.find((each) => each.type === "decision" && each.id === operation.decision);
    return log
      .filter((each) => each.type === "subject" && each.operation === operation.id)
      .map(({ subject, disclosed }) => ({
        personRef: world.named(subject),
        coordinates: disclosed.map((position: number) => decision.allowed[position].coordinate),
      }));
  }

  test("that a person exists is a disclosure, even where only the type is asked for", async () => {
    await world.ask(caseworker, management, `{ ${one} { __typename } }`);
    expect(recordedSubjects()).toEqual([{ personRef: "P-SHOWCASE0001", coordinates: ["Query.person"] }]);
  });

  test("a mutation stands under its person, even where its answer selects nothing of it", async () => {
    await world.ask(caseworker, management, `mutation { ${add("FM-2026-0001", "{ __typename }")} }`);
    expect(recordedSubjects()).toEqual([{ personRef: "P-SHOWCASE0001", coordinates: ["Mutation.addMeasure"] }]);
  });

  test("of two mutations, what the first did stands under its person, the unknown case of the second under nobody", async () => {
    const reply = await world.ask(
      caseworker,
      management,
      `mutation { a: ${add("FM-2026-0001")} b: ${add("FM-2026-0010")} }`,
    );
    expect(reply.data).toEqual({ a: { case: { caseRef: "FM-2026-0001" } }, b: null });
    expect(reply.errors).toMatchObject([{ path: ["b"], extensions: { code: "NOT_FOUND" } }]);
    expect(recordedSubjects().map(({ personRef }) => personRef)).toEqual(["P-SHOWCASE0001", null]);
  });

  test("an end that is not known is not told as if nothing had happened", async () => {
    const own = await openWorld({
      wrapDoor: (name, door) => (request) =>
        name === "immigration" ? Promise.reject(new Error("gone")) : door(request),
    });
    try {
      const query = `mutation { ${add("FM-2026-0001", "{ case { person { familyName } } }", "2026-07-02")} }`;
      const reply = await own.ask(caseworker, management, query);
      expect([reply.status, codeOf(reply)]).toEqual([503, "MUTATION_UNCERTAIN"]);
      const outcomes = own
        .log()
        .filter((each) => each.type === "operation")
        .map(({ outcome, refusalCode }) => [outcome, refusalCode]);
      expect(outcomes).toEqual([
        ["ATTEMPTED", null],
        ["REFUSED", "MUTATION_UNCERTAIN"],
      ]);
    } finally {
      await own.close();
    }
  });
});

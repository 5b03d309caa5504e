import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type Reply, type World } from "../harness.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const reason = "Wiederholte erhebliche Straftaten, Rückführung erscheint möglich.";

async function lead(query: string, variables: object, caseRef: string): Promise<Reply> {
  return world.ask(
    "rrk-muenster-lead",
    { purpose: "CASE_ADMISSION", caseRef },
    query,
    variables as Record<string, unknown>,
  );
}

const decide = `mutation Decide($input: DecideAdmissionInput!) { decideAdmission(input: $input) { case { caseRef state
  admissionDecisions { outcome decidedBy followsBand } history { kind } } } }`;
const propose = `mutation($input: ProposeCaseInput!) { proposeCase(input: $input) { case { caseRef state rrk { id } } } }`;

describe("From proposal to measure, on 15 June 2026", () => {
  let caseRef = "";
  let seenAssessment = "";

  test("Ausländerbehörde Borken proposes a person of its own file, and RRK Münster is in charge", async () => {
    const stated = { purpose: "RESIDENCE_PROCEDURE", caseRef: await fileRefOf("P-SHOWCASE0012") };
    const reply = await world.ask("abh-borken", stated, propose, {
      input: { personRef: "P-SHOWCASE0012", ground: "OFFENCES", reason },
    });
    expect(reply.errors).toEqual([]);
    expect(reply.data.proposeCase.case).toMatchObject({ state: "PROPOSED", rrk: { id: "RRK_MUENSTER" } });
    caseRef = reply.data.proposeCase.case.caseRef;
  });

  test("caseworker and lead record an own estimate each, without which a drawn case would not open to them", async () => {
    for (const persona of ["rrk-muenster-caseworker", "rrk-muenster-lead"]) {
      const reply = await world.ask(
        persona,
        { purpose: "CASE_ADMISSION", caseRef },
        "mutation($input: RecordOwnEstimateInput!) { recordOwnEstimate(input: $input) { case { caseRef } } }",
        { input: { caseRef, band: "REGULAR", reason } },
      );
      expect(reply.errors).toEqual([]);
    }
  });

  test("a caseworker reads the assessment and keeps it for the file, and the case stays as it was", async () => {
    const stated = { purpose: "CASE_ADMISSION", caseRef };
    const read = await world.ask(
      "rrk-muenster-caseworker",
      stated,
      '{ person(personRef: "P-SHOWCASE0012") { assessment { band state seal } } }',
    );
    expect(read.errors).toEqual([]);
    const keep = `mutation($input: RecordAssessmentInput!) { recordAssessment(input: $input) { recordedAssessment { id stale assessment { band state } } } }`;
    const kept = await world.ask("rrk-muenster-caseworker", stated, keep, {
      input: { caseRef, seal: read.data.person.assessment.seal },
    });
    expect(kept.errors).toEqual([]);
    seenAssessment = kept.data.recordAssessment.recordedAssessment.id;
    const { band, state } = read.data.person.assessment;
    expect(kept.data.recordAssessment.recordedAssessment).toMatchObject({ stale: false, assessment: { band, state } });
    const after = await world.ask("rrk-muenster-caseworker", stated, `{ case(caseRef: "${caseRef}") { state } }`);
    expect(after.data.case.state).toBe("PROPOSED");
  });

  test("the caseworker may not decide: the mutation does not exist in that contract", async () => {
    const input = { caseRef, outcome: "ADMIT", reason };
    const reply = await world.ask("rrk-muenster-caseworker", { purpose: "CASE_ADMISSION", caseRef }, decide, { input });
    expect(reply.status).toBe(400);
    expect(reply.errors[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  test("the lead cannot decide before the proposal is checked; the caseworker checks it and is in charge", async () => {
    const tooEarly = await lead(decide, { input: { caseRef, outcome: "ADMIT", reason } }, caseRef);
    expect(tooEarly.errors[0]).toMatchObject({
      message: "This is possible in the state CHECKED alone.",
      extensions: { code: "CONFLICT" },
    });
    const stated = { purpose: "CASE_ADMISSION", caseRef };
    const check =
      "mutation($input: CheckProposalInput!) { checkProposal(input: $input) { case { state lead history { kind } } } }";
    const part = await world.ask("rrk-muenster-caseworker", stated, check, {
      input: { caseRef, present: ["IDENTITY", "COMPETENCE"] },
    });
    expect(part.errors[0]?.message).toBe(
      "The check is not complete. Still to be found present: RESIDENCE_STATUS, GROUND_DOCUMENTED.",
    );
    const whole = await world.ask("rrk-muenster-caseworker", stated, check, {
      input: { caseRef, present: ["IDENTITY", "RESIDENCE_STATUS", "COMPETENCE", "GROUND_DOCUMENTED"] },
    });
    expect(whole.errors).toEqual([]);
    expect(whole.data.checkProposal.case).toEqual({
      state: "CHECKED",
      lead: expect.stringMatching(/^rrk-ms-/),
      history: [{ kind: "PROPOSED" }, { kind: "CHECKED" }],
    });
  });

  test("the lead admits, as a named person with a reason; a second decision finds the case decided", async () => {
    const seen = { caseRef, outcome: "ADMIT", reason, seenAssessment, followsBand: false };
    const unread = await lead(decide, { input: seen }, caseRef);
    expect(unread.errors[0]).toMatchObject({
      message: "Name an assessment that was recorded for this case and that you have seen, by its id.",
      extensions: { code: "INVALID_INPUT", field: "input.seenAssessment" },
    });
    const recorded = await lead(`{ case(caseRef: "${caseRef}") { recordedAssessments { id } } }`, {}, caseRef);
    expect(recorded.data.case.recordedAssessments).toEqual([{ id: seenAssessment }]);
    const input = seen;
    const reply = await lead(decide, { input }, caseRef);
    expect(reply.errors).toEqual([]);
    expect(reply.data.decideAdmission.case).toMatchObject({
      state: "ADMITTED",
      admissionDecisions: [{ outcome: "ADMIT", decidedBy: expect.stringMatching(/^rrk-ms-/), followsBand: false }],
    });
    const again = await lead(decide, { input: { ...input, outcome: "REJECT" } }, caseRef);
    expect(again.data.decideAdmission).toBeNull();
    expect(again.errors[0]?.extensions?.code).toBe("CONFLICT");
    const ends = world.log().filter((entry) => entry.operationName === "Decide" && entry.outcome !== "ATTEMPTED");
    expect(ends.slice(-2).map(({ outcome, refusalCode }) => [outcome, refusalCode])).toEqual([
      ["ANSWERED", null],
      ["REFUSED", "CONFLICT"],
    ]);
  });

  test("the caseworker adds a measure for ZAB Coesfeld and asks Staatsanwaltschaft Münster, which gives its consent", async () => {
    const stated = { purpose: "CASE_MANAGEMENT", caseRef };
    const measure = await world.ask(
      "rrk-muenster-caseworker",
      stated,
      "mutation($input: AddMeasureInput!) { addMeasure(input: $input) { case { measures { kind office { id } state } } } }",
      { input: { caseRef, kind: "SUBSTITUTE_DOCUMENT", office: "ZAB_COESFELD", dueOn: "2026-07-31" } },
    );
    expect(measure.errors).toEqual([]);
    expect(measure.data.addMeasure.case.measures).toEqual([
      { kind: "SUBSTITUTE_DOCUMENT", office: { id: "ZAB_COESFELD" }, state: "OPEN" },
    ]);
    const asked = await world.ask(
      "rrk-muenster-caseworker",
      stated,
      "mutation($input: RequestConsentInput!) { requestConsent(input: $input) { case { consents { state } } } }",
      { input: { caseRef, office: "STA_R2700S", plannedMeasure: "REMOVAL_PREPARATION" } },
    );
    expect(asked.data.requestConsent.case.consents).toEqual([{ state: "REQUESTED" }]);
    const answered = await world.ask(
      "sta-muenster",
      { purpose: "CRIMINAL_PROSECUTION", caseRef },
      "mutation($input: AnswerConsentInput!) { answerConsent(input: $input) { case { consents { state answeredOn } } } }",
      { input: { caseRef, answer: "GIVEN" } },
    );
    expect(answered.errors).toEqual([]);
    expect(answered.data.answerConsent.case.consents).toEqual([{ state: "GIVEN", answeredOn: "2026-06-15" }]);
  });

  test("an assessment that was kept on this consent turns stale by itself when the consent is asked for anew", async () => {
    const stated = { purpose: "CASE_MANAGEMENT", caseRef };
    const ask = (query: string, variables = {}) => world.ask("rrk-muenster-caseworker", stated, query, variables);
    const latest = async () => {
      const { data } = await ask(`{ case(caseRef: "${caseRef}") { recordedAssessments { id stale } } }`);
      return data.case.recordedAssessments[0];
    };
    const group = async () => {
      const { data } = await world.ask(
        "rrk-muenster-caseworker",
        { purpose: "WORKLIST" },
        "{ worklist(first: 200) { edges { node { group case { caseRef } } } } }",
      );
      const edges: { node: { group: string; case: { caseRef: string } } }[] = data.worklist.edges;
      return edges.find(({ node }) => node.case.caseRef === caseRef)?.node.group;
    };
    const read = await ask(`{ case(caseRef: "${caseRef}") { person { assessment { seal } } } }`);
    await ask(
      "mutation($input: RecordAssessmentInput!) { recordAssessment(input: $input) { recordedAssessment { id } } }",
      {
        input: { caseRef, seal: read.data.case.person.assessment.seal },
      },
    );
    expect(await latest()).toMatchObject({ stale: false });
    expect(await group()).not.toBe("STALE");
    const asked = await ask(
      "mutation($input: RequestConsentInput!) { requestConsent(input: $input) { case { caseRef } } }",
      {
        input: { caseRef, office: "STA_R2700S", plannedMeasure: "EXPULSION_ORDER" },
      },
    );
    expect(asked.errors).toEqual([]);
    expect(await latest()).toMatchObject({ stale: true });
    expect(await group()).toBe("STALE");
  });

  test("every step is on record as a mutation of its person", async () => {
    const mutations = world.log().filter((each) => each.type === "operation" && !each.kinds.includes("QUERY"));
    expect(mutations.filter((each) => each.outcome === "ANSWERED").length).toBeGreaterThanOrEqual(6);
  });
});

describe("A case that cannot be seen does not make a mutation tell of it", () => {
  const hidden: readonly (readonly [string, string])[] = [
    ["does not exist", "FM-2026-9999"],
    ["is RRK Köln's", "FM-2026-0010"],
    ["is about a person under the large transfer block", "FM-2026-0003"],
  ];
  test.each(hidden)("deciding on a case that %s", async (_, caseRef) => {
    const reply = await lead(decide, { input: { caseRef, outcome: "REJECT", reason } }, caseRef);
    expect(reply.status).toBe(200);
    const reference = await lead(
      decide,
      { input: { caseRef: "FM-2020-0000", outcome: "REJECT", reason } },
      "FM-2020-0000",
    );
    expect(reply.text).toBe(reference.text);
    expect(reply.errors[0]?.extensions?.code).toBe("NOT_FOUND");
  });

  test("a mutation with a withheld field in its answer is refused whole, before the first write", async () => {
    const caseRef = "FM-2026-0002";
    world.forget();
    const reply = await world.ask("rrk-muenster-lead", { purpose: "WORKLIST" }, decide, {
      input: { caseRef, outcome: "ADMIT", reason },
    });
    expect(reply.status).toBe(403);
    expect(reply.errors[0]?.extensions?.code).toBe("MUTATION_REFUSED");
    expect(world.traffic).toEqual([]);
  });
});

describe("A case that was drawn for an own estimate", () => {
  const caseRef = "FM-2026-0009";
  const stated = { purpose: "CASE_ADMISSION", caseRef };
  const read = () =>
    world.ask(
      "rrk-muenster-caseworker",
      stated,
      `{ persons { edges { node { familyName assessment { band } cases { recordedAssessments { recordedOn } } } } } }`,
    );

  test("opens its score after the estimate, and until then says so beside the rest of the answer", async () => {
    const closed = await read();
    expect(closed.status).toBe(200);
    expect(closed.data.persons.edges).toMatchObject([
      { node: { familyName: expect.any(String), assessment: null, cases: [{ recordedAssessments: null }] } },
    ]);
    expect(closed.errors.map(({ extensions }) => extensions?.code)).toEqual(["CONFLICT", "CONFLICT"]);
    expect(closed.errors[0]?.message).toContain("recordOwnEstimate");
    const given = await world.ask(
      "rrk-muenster-caseworker",
      stated,
      "mutation($input: RecordOwnEstimateInput!) { recordOwnEstimate(input: $input) { case { caseRef } } }",
      { input: { caseRef, band: "REGULAR", reason } },
    );
    expect(given.errors).toEqual([]);
    const opened = await read();
    expect(opened.errors).toEqual([]);
    expect(opened.data.persons.edges[0].node.assessment.band).toEqual(expect.any(String));
  });
});

describe("RRK Münster hands a case over to RRK Köln", () => {
  test("and the tokens that saw it before see nothing after, those of Köln see it at once", async () => {
    const found = await world.ask(
      "rrk-muenster-lead",
      { purpose: "WORKLIST" },
      "{ cases(first: 1, filter: { state: ADMITTED }) { edges { node { caseRef } } } }",
    );
    const { caseRef } = found.data.cases.edges[0].node;
    const read = `{ case(caseRef: "${caseRef}") { state rrk { id } person { familyName } } }`;
    const seen = async () => {
      const replies = [
        await world.ask("rrk-muenster-caseworker", { purpose: "CASE_MANAGEMENT", caseRef }, read),
        await world.ask("zab-coesfeld", { purpose: "RETURN_EXECUTION", caseRef }, read),
        await world.ask("rrk-koeln-caseworker", { purpose: "CASE_MANAGEMENT", caseRef }, read),
      ];
      return replies.map(({ data }) => data?.case?.rrk?.id ?? null);
    };
    expect(await seen()).toEqual(["RRK_MUENSTER", "RRK_MUENSTER", null]);
    const handOver = "mutation($input: HandOverCaseInput!) { handOverCase(input: $input) { case { caseRef state } } }";
    const given = await world.ask("rrk-muenster-lead", { purpose: "CASE_MANAGEMENT", caseRef }, handOver, {
      input: { caseRef, rrk: "RRK_KOELN", reason: "Die Person ist nach Köln verzogen." },
    });
    expect(given.errors).toEqual([]);
    expect(given.data.handOverCase).toEqual({ case: null });
    expect(await seen()).toEqual([null, null, "RRK_KOELN"]);
    const back = await world.ask("rrk-muenster-lead", { purpose: "CASE_MANAGEMENT", caseRef }, handOver, {
      input: { caseRef, rrk: "RRK_MUENSTER", reason: "Die Abgabe war ein Versehen." },
    });
    expect(back.errors[0]?.extensions?.code).toBe("NOT_FOUND");
  });
});

async function fileRefOf(personRef: string): Promise<string> {
  const { showcases } = await import("../../subgraphs/population/showcases.ts");
  const found = showcases.find((each) => each.personRef === personRef);
  if (found === undefined) throw new Error(`There is no showcase ${personRef}.`);
  return found.fileRef;
}

describe("The calendar of deadlines, on 15 June 2026", () => {
  const download = async (persona: string, purpose: string) =>
    fetch(`${world.gateway.url}/fristen.ics`, {
      headers: {
        authorization: `Bearer ${await world.token(persona)}`,
        "access-purpose": purpose,
        "access-reason": "Wochenplanung",
      },
    });

  test("holds what a caseworker of RRK Münster reads in the list, and the reading is on record", async () => {
    const query = `{ cases(first: 200, orderBy: NEXT_DEADLINE, filter: { deadlineUntil: "9999-12-31" }) {
      edges { node { deadlines { id dueOn } } } } }`;
    const listed = await world.ask("rrk-muenster-caseworker", { purpose: "WORKLIST" }, query);
    const due = listed.data.cases.edges
      .flatMap(({ node }: { node: { deadlines: { id: string; dueOn: string }[] } }) => node.deadlines)
      .filter(({ dueOn }: { dueOn: string }) => dueOn >= "2026-06-15");
    expect(due.length).toBeGreaterThan(0);
    const before = world.log().length;
    const reply = await download("rrk-muenster-caseworker", "WORKLIST");
    expect(reply.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const ids = [...(await reply.text()).matchAll(/^UID:(\S+)@sichtfeld/gm)].map(([, id]) => id);
    expect(ids.sort()).toEqual(due.map(({ id }: { id: string }) => id).sort());
    const entries = world.log().slice(before);
    expect(entries.filter(({ operationName }) => operationName === "DeadlineCalendar")).toMatchObject([
      { outcome: "ANSWERED", purpose: "WORKLIST" },
    ]);
  });

  test.each([
    ["zab-coesfeld", "WORKLIST", 400, "GRAPHQL_VALIDATION_FAILED"],
    ["rrk-muenster-caseworker", "EVALUATION", 403, "PURPOSE_NOT_PERMITTED"],
  ])("is not for %s with the purpose %s, who is told so as of any query", async (persona, purpose, status, code) => {
    const reply = await download(persona, purpose);
    const { errors } = (await reply.json()) as { errors: { extensions: { code: string } }[] };
    expect({ status: reply.status, code: errors[0]?.extensions.code }).toEqual({ status, code });
  });

  test("is not for who brings no token", async () => {
    expect((await fetch(`${world.gateway.url}/fristen.ics`)).status).toBe(401);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../harness.ts";

const personRef = "P-SHOWCASE0001";
const stated = { purpose: "DATA_SUBJECT_REQUEST", caseRef: "ABH-BOR-4711/19", reason: "Antrag vom 8. Juni 2026" };
const drafter = "abh-borken-rights";
const signer = "abh-borken-rights-signer";
const requests =
  "subjectRequests { id kind state receivedOn dueOn forwardedTo { id } history { number step by note } }";

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.close());

async function receive(kind: string, receivedOn = "2026-06-08") {
  const reply = await world.ask(
    drafter,
    stated,
    `mutation ($input: ReceiveSubjectRequestInput!) { receiveSubjectRequest(input: $input) { person { ${requests} } } }`,
    { input: { personRef, kind, receivedOn } },
  );
  expect(reply.errors).toEqual([]);
  const listed = reply.data.receiveSubjectRequest.person.subjectRequests as {
    id: string;
    kind: string;
    dueOn: string;
  }[];
  const found = listed.findLast((each) => each.kind === kind);
  if (found === undefined) throw new Error("The request was not taken down.");
  return found;
}

function advance(who: string, id: string, step: string, forwardTo?: string) {
  return world.ask(
    who,
    stated,
    `mutation ($input: AdvanceSubjectRequestInput!) { advanceSubjectRequest(input: $input) { person { ${requests} } } }`,
    { input: { id, step, note: `Vermerk zum Schritt ${step}`, ...(forwardTo === undefined ? {} : { forwardTo }) } },
  );
}

async function answerOf(who: string, body: Readonly<Record<string, unknown>>, file = stated.caseRef) {
  return fetch(`${world.gateway.url}/auskunft.pdf`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${await world.token(who)}`,
      "content-type": "application/json",
      "access-purpose": stated.purpose,
      "access-case": encodeURIComponent(file),
      "access-reason": encodeURIComponent(stated.reason),
    },
    body: JSON.stringify(body),
  });
}

describe("On 15 June 2026, a person asks Kreis Borken for access", () => {
  let id = "";

  test("the request is taken down with its time limit: received on Monday, 8 June, due on Wednesday, 8 July", async () => {
    const received = await receive("ACCESS");
    expect(received.dueOn).toBe("2026-07-08");
    id = received.id;
  });

  test("it is drafted, checked and signed by two persons, each step with who took it", async () => {
    const course = [
      [drafter, "CHECK_IDENTITY"],
      [drafter, "DRAFT"],
      [signer, "CHECK_DEFERRAL"],
      [signer, "SIGN"],
    ] as const;
    for (const [who, step] of course) {
      if (who === signer) {
        const refused = await advance(drafter, id, step);
        expect(refused.errors.map(({ message }) => message)).toEqual([
          "Another person checks deferral and signs than the one who drafted the answer.",
        ]);
      }
      expect((await advance(who, id, step)).errors).toEqual([]);
    }
    const sent = await advance(drafter, id, "SEND");
    expect(sent.data.advanceSubjectRequest.person.subjectRequests[0]).toMatchObject({
      state: "SENT",
      history: [
        { step: "CHECK_IDENTITY", by: "abh-bor-0431" },
        { step: "DRAFT", by: "abh-bor-0431" },
        { step: "CHECK_DEFERRAL", by: "abh-bor-0432" },
        { step: "SIGN", by: "abh-bor-0432" },
        { step: "SEND", by: "abh-bor-0431" },
      ],
    });
  });

  test("the answer comes as a PDF, and that it was made is on record as a disclosure, with field names and without a value", async () => {
    const reply = await answerOf(drafter, { personRef, request: id });
    expect(reply.status, reply.ok ? "" : await reply.text()).toBe(200);
    expect(reply.headers.get("content-type")).toBe("application/pdf");
    expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(Buffer.from(await reply.arrayBuffer()).toString("latin1", 0, 5)).toBe("%PDF-");
    const records = await world.ask(
      "dpo",
      { purpose: "DATA_PROTECTION_CONTROL" },
      `{ accessRecords(first: 5, filter: { purpose: "DATA_SUBJECT_REQUEST" }) { edges { node { actor operationName kinds } } } }`,
    );
    expect(records.errors).toEqual([]);
    expect(records.data.accessRecords.edges[0].node).toMatchObject({
      actor: "abh-bor-0431",
      operationName: "AccessAnswer",
      kinds: expect.arrayContaining(["DISCLOSE"]),
    });
  });

  test.each([
    ["a person of another file", { personRef: "P-SHOWCASE0002", request: "RQ-1" }, 404],
    ["a person that does not exist", { personRef: "P-NOBODY000000", request: "RQ-1" }, 404],
    ["no person", { request: "RQ-1" }, 400],
  ])("for %s there is no answer", async (_, body, status) => {
    const reply = await answerOf(drafter, body);
    expect(reply.status).toBe(status);
  });

  test("a caseworker of the same authority has neither requests nor answers", async () => {
    expect((await answerOf("abh-borken", { personRef, request: id })).ok).toBe(false);
  });
});

test.each([
  ["RECTIFICATION", "STA_R2700S"],
  ["RESTRICTION", "POLICE_MUENSTER"],
  ["ERASURE", "ABH_05554"],
])("A request for %s is passed on to %s, and seen to its end", async (kind, office) => {
  const { id } = await receive(kind);
  expect((await advance(drafter, id, "CHECK_IDENTITY")).errors).toEqual([]);
  expect((await advance(drafter, id, "FORWARD")).errors).toMatchObject([{ extensions: { code: "INVALID_INPUT" } }]);
  expect((await advance(drafter, id, "FORWARD", office)).errors).toEqual([]);
  const done = await advance(signer, id, "COMPLETE");
  const ended = done.data.advanceSubjectRequest.person.subjectRequests.find((each: { id: string }) => each.id === id);
  expect(ended).toMatchObject({ state: "DONE", forwardedTo: { id: office } });
});

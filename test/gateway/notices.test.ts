import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Agent, fetch, type Response } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { factChange, news } from "../../subgraphs/shell/tables.ts";
import { openWorld, type World } from "../harness.ts";
import { TestReceiver } from "./webhooks/TestReceiver.ts";

/**
 * News of the showcase person, in the case FM-2026-0001 of RRK Münster, whose return ZAB Coesfeld carries out: on 10 June a measure of ZAB
 * Coesfeld came to be due, and an expulsion final.
 */
const caseRef = "FM-2026-0001";
const events = [
  { kind: "MEASURE_DUE", caseRef, owners: ["ZAB_COESFELD"] },
  { kind: "EXPULSION_FINAL", caseRef: null, owners: [] },
].map((event) => ({
  ...event,
  occasion: `${event.kind} of the test`,
  personRef: "P-SHOWCASE0001",
  on: "2026-06-10",
  at: "2026-06-10T08:00:00Z",
  keptUntil: "2026-12-10",
  factReference: event.kind === "EXPULSION_FINAL" ? "EX-SHOWCASE@2~AAAAAAAAAAAAAAAAAAAAAA" : null,
}));

let folder: string;
let receiver: TestReceiver;
let world: World;
/** Of the readers of streams: what they leave open ends with it, and the server need not wait for it. */
const agent = new Agent();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sichtfeld-notices-"));
  receiver = await TestReceiver.open();
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const receivers = [
    {
      id: "zab",
      office: "ZAB_COESFELD",
      role: "CASEWORKER",
      responsiblePerson: "zab-coe-0300",
      kinds: ["MEASURE_DUE"],
      url: receiver.url,
      secretFile: file("secret", receiver.secret),
    },
  ];
  world = await openWorld({
    environment: {
      SICHTFELD_WEBHOOKS: file("receivers.json", JSON.stringify(receivers)),
      SICHTFELD_CURSOR_KEY_FILE: file("cursor-key", randomBytes(32).toString("hex")),
    },
    prepare: async (database) => {
      // What the date brings in the demonstration stays told, so that only these two are to be read.
      await database.update(news).set({ keptUntil: "2026-06-14" });
      await database.insert(news).values(events);
      const at = "2026-06-11T08:00:00Z";
      await database.insert(factChange).values([
        { kind: "CORRECTED", factId: "EX-SHOWCASE", version: 2, sourceOffice: "ABH_05554", at },
        { kind: "ERASED", factId: "ME-SHOWCASE", version: 1, sourceOffice: "ZAB_COESFELD", at },
      ]);
    },
  });
});
afterAll(async () => {
  await agent.destroy();
  await world.close();
  await receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

const stated = { purpose: "NOTIFICATION", reason: "Neuigkeiten lesen" };
const query = (kinds: string) =>
  `{ notices(kinds: [${kinds}]) { edges { cursor node { id kind caseRef personRef at fetch } } pageInfo { endCursor } } }`;

describe("Through the gateway", () => {
  test("RRK Münster reads both, and each is on record as a disclosure of that person, by rule R-RRK-20", async () => {
    const before = world.log().length;
    const { data, errors } = await world.ask("rrk-muenster-caseworker", stated, query("MEASURE_DUE, EXPULSION_FINAL"));
    expect(errors).toEqual([]);
    const nodes = data.notices.edges.map(({ node }: { node: object }) => node);
    expect(nodes).toEqual([
      expect.objectContaining({ kind: "MEASURE_DUE", caseRef, personRef: "P-SHOWCASE0001", fetch: ["Case.measures"] }),
      expect.objectContaining({ kind: "EXPULSION_FINAL", caseRef, fetch: ["Person.expulsion", "Expulsion.finalOn"] }),
    ]);
    const entries = world.log().slice(before) as Record<string, unknown>[];
    const subject = entries.find(({ type, subject: token }) => type === "subject" && token !== null);
    expect(world.named(String(subject?.subject))).toBe("P-SHOWCASE0001");
    // Whoever was told of a fact is among those who are told when it is corrected.
    const rests = entries.flatMap(({ type, facts }) => (type === "subject" ? (facts as unknown[][]) : []));
    expect(rests).toEqual([["EX-SHOWCASE", 2, "AAAAAAAAAAAAAAAAAAAAAA", expect.any(Array)]]);
    const decisions = world.log().filter((entry) => JSON.stringify(entry).includes('"coordinate":"Notice.kind"'));
    expect(JSON.stringify(decisions)).toContain("R-RRK-20");
  });

  test("RRK Münster, which was told of the expulsion and read nothing of it, is told that it was corrected, and is asked until it acknowledges", async () => {
    const corrections = "{ correctionNotices { edges { node { id kind fact version } } } }";
    const nodes = async () => {
      const { data, errors } = await world.ask("rrk-muenster-caseworker", stated, corrections);
      expect(errors).toEqual([]);
      return data.correctionNotices.edges.map(({ node }: { node: object }) => node);
    };
    const told = await nodes();
    expect(told).toEqual([{ id: expect.any(String), kind: "CORRECTED", fact: "EX-SHOWCASE", version: 2 }]);
    expect(await nodes()).toEqual(told);
    const acknowledge =
      "mutation ($input: AcknowledgeCorrectionInput!) { acknowledgeCorrection(input: $input) { acknowledgedAt } }";
    await world.ask("rrk-muenster-caseworker", stated, acknowledge, { input: { notice: told[0].id } });
    expect(await nodes()).toEqual([]);
  });

  test("A kind that the office can never have is not in its schema; the person concerned has no notices at all", async () => {
    const zab = await world.ask("zab-coesfeld", stated, query("EXPULSION_FINAL"));
    expect([zab.status, zab.errors[0]?.extensions?.code]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
    const self = await world.ask("data-subject", { purpose: "DATA_SUBJECT_ACCESS" }, query("MEASURE_DUE"));
    expect([self.status, self.errors[0]?.extensions?.code]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
  });

  test("For another purpose than that of notices they are withheld", async () => {
    const { data } = await world.ask("rrk-muenster-caseworker", { purpose: "WORKLIST" }, query("MEASURE_DUE"));
    expect(data).toEqual({ notices: null });
  });
});

describe("By webhook", () => {
  test("ZAB Coesfeld is told of its own measure, once, and the access is on record", async () => {
    for (let wait = 0; receiver.received.length < 2 && wait < 100; wait += 1) await setTimeout(50);
    const notices = receiver.received.filter(({ body }) => body.type === "notice");
    expect(notices.map(({ body }) => body.data)).toEqual([
      expect.objectContaining({ kind: "MEASURE_DUE", caseRef, personRef: "P-SHOWCASE0001" }),
    ]);
    const told = (world.log() as Record<string, unknown>[]).filter(({ actor }) => actor === "webhook:zab");
    expect(told[0]).toMatchObject({
      outcome: "ANSWERED",
      office: "ZAB_COESFELD",
      purpose: "NOTIFICATION",
    });
  });

  test("and that the fact which it supplied was erased, by its reference alone, on record before; delivery is no acknowledgement", async () => {
    const [correction, ...others] = receiver.received.filter(({ body }) => body.type === "correction");
    expect(others).toEqual([]);
    const { id, at, ...rest } = correction?.body.data ?? {};
    expect(rest).toEqual({ kind: "ERASED", fact: "ME-SHOWCASE", version: 1 });
    const asked = (world.log() as Record<string, unknown>[]).filter(
      ({ actor, operationName }) => actor === "webhook:zab" && operationName === "WebhookCorrections",
    );
    expect(asked[0]).toMatchObject({ outcome: "ANSWERED", office: "ZAB_COESFELD", purpose: "NOTIFICATION" });
    const outstanding = "{ outstandingCorrections { edges { node { id office { id } } } } }";
    const { data } = await world.ask("dpo", { purpose: "DATA_PROTECTION_CONTROL" }, outstanding);
    expect(data.outstandingCorrections.edges).toContainEqual({ node: { id, office: { id: "ZAB_COESFELD" } } });
  });
});

describe("As an event stream", () => {
  const open = async (persona: string, path: string, headers: Record<string, string> = {}) =>
    fetch(`${world.gateway.url}${path}`, {
      dispatcher: agent,
      headers: {
        authorization: `Bearer ${await world.token(persona)}`,
        "access-purpose": "NOTIFICATION",
        "access-reason": "Neuigkeiten%20lesen",
        ...headers,
      },
    });
  const firstOf = async (reply: Response) => {
    const reader = reply.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    await reader?.cancel();
    return new TextDecoder().decode(value);
  };

  test("It says that there is news after a cursor, and nothing else; behind the last it says nothing", async () => {
    const { data } = await world.ask("rrk-muenster-caseworker", stated, query("MEASURE_DUE, EXPULSION_FINAL"));
    const first = await open("rrk-muenster-caseworker", "/notices/stream?kinds=MEASURE_DUE,EXPULSION_FINAL");
    expect(first.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(await firstOf(first)).toBe('event: news\ndata: {"after":null}\n\n');
    const cursor = data.notices.edges[0].cursor;
    const next = await open(
      "rrk-muenster-caseworker",
      `/notices/stream?kinds=MEASURE_DUE,EXPULSION_FINAL&after=${cursor}`,
    );
    expect(await firstOf(next)).toBe(`event: news\ndata: {"after":"${cursor}"}\n\n`);
    const last = await open(
      "rrk-muenster-caseworker",
      `/notices/stream?kinds=MEASURE_DUE&after=${data.notices.pageInfo.endCursor}`,
    );
    expect(await firstOf(last)).toBe(": no news\n\n");
  });

  test.each<
    [what: string, persona: string, path: string, headers: Record<string, string>, status: number, code: string]
  >([
    ["without a token", "jva", "?kinds=CUSTODY_DATES_MOVED", { authorization: "" }, 401, "UNAUTHENTICATED"],
    ["without a purpose", "jva", "?kinds=CUSTODY_DATES_MOVED", { "access-purpose": "" }, 403, "PURPOSE_MISSING"],
    ["without kinds", "jva", "", {}, 400, "MALFORMED_REQUEST"],
    ["where the schema has no notices", "mkjfgfi", "?kinds=MEASURE_DUE", {}, 400, "MALFORMED_REQUEST"],
    ["for a kind that is not in its schema", "jva", "?kinds=EXPULSION_FINAL", {}, 400, "MALFORMED_REQUEST"],
  ])("%s none begins, and the refusal is on record: %s", async (_, persona, path, headers, status, code) => {
    const refusals = () =>
      world.log().filter(({ type, outcome }) => type === "identification" || outcome === "REFUSED").length;
    const before = refusals();
    const reply = await open(persona, `/notices/stream${path}`, headers);
    expect(refusals()).toBe(before + 1);
    const body = (await reply.json()) as { errors: { extensions: { code: string } }[] };
    expect([reply.status, body.errors[0]?.extensions.code]).toEqual([status, code]);
  });

  test("One person keeps three at once at most; a fourth is refused until one is closed", async () => {
    const path = "/notices/stream?kinds=CUSTODY_DATES_MOVED";
    const three = [await open("jva", path), await open("jva", path), await open("jva", path)];
    expect(three.map(({ status }) => status)).toEqual([200, 200, 200]);
    const fourth = await open("jva", path);
    expect([fourth.status, await fourth.text()]).toEqual([429, expect.stringContaining("TOO_MANY_REQUESTS")]);
    for (const each of three) await each.body?.cancel();
    for (let wait = 0; wait < 40; wait += 1) {
      const again = await open("jva", path);
      if (again.status === 200) return again.body?.cancel();
      await again.text();
      await setTimeout(25);
    }
    expect.unreachable("A closed stream still counts.");
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { News } from "../../../gateway/askNews.ts";
import { newsLimits } from "../../../gateway/newsLimits.ts";
import { readReceivers } from "../../../gateway/webhooks/readReceivers.ts";
import { WebhookDispatcher } from "../../../gateway/webhooks/WebhookDispatcher.ts";
import { webhooksCommand } from "../../../gateway/webhooks/webhooksCommand.ts";
import { type behaviours, TestReceiver } from "./TestReceiver.ts";

/** Notices in their order: id and case. */
const list = [
  ["N-1", "FM-1"],
  ["N-2", "FM-2"],
  ["N-3", "FM-1"],
  ["N-4", "FM-3"],
] as const;

let folder: string;
let receiver: TestReceiver;
/** What the office may be told now. */
let notices: { id: string; caseRef: string }[];
/** Cursors asked for, and deliveries: what came before what. */
let order: string[];
let reports: unknown[];
let clock: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sichtfeld-webhooks-"));
  receiver = await TestReceiver.open();
  notices = list.map(([id, caseRef]) => ({ id, caseRef }));
  order = [];
  reports = [];
  clock = Date.now();
});
afterEach(async () => {
  await receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

const stateFile = () => join(folder, "webhooks", "zab.json");

/** A cursor is the number of the notice in the whole list, as in the product: those that may not be told are passed over. */
async function ask(after: string | null): Promise<News> {
  const numberOf = (id: string) => list.findIndex(([each]) => each === id);
  const next = notices.find(({ id }) => after === null || numberOf(id) > Number(after));
  order.push(`record ${next?.id ?? "nothing"}`);
  const edges = next === undefined ? [] : [{ cursor: String(numberOf(next.id)), node: next }];
  return { refused: null, edges, endCursor: null };
}

function open(
  asking = ask,
  file = stateFile(),
  particulars: Partial<ConstructorParameters<typeof WebhookDispatcher>[0]> = {},
): WebhookDispatcher {
  return new WebhookDispatcher({
    receiver: {
      id: "zab",
      office: "ZAB_COESFELD",
      role: "CASEWORKER",
      responsiblePerson: "zab-coe-0300",
      kinds: ["MEASURE_DUE"],
      corrections: true,
      url: receiver.url,
      secret: receiver.secret,
    },
    ask: asking,
    report: (detail) => reports.push(detail),
    stateFile: file,
    now: () => clock,
    millisecondsMax: 600,
    ...particulars,
  });
}

/** Runs until every pause is over, at most so many times. */
async function runThrough(
  dispatcher: WebhookDispatcher,
  times: number = newsLimits.webhookAttemptsMax + 3,
): Promise<void> {
  for (let run = 0; run < times; run += 1) clock += await dispatcher.run();
}

const ids = () => receiver.received.map(({ id }) => id);

test("Notices come signed, each once, in their order, and each was asked for, and so on record, before it left", async () => {
  await open().run();
  expect(ids()).toEqual(["N-1", "N-2", "N-3", "N-4"]);
  expect(receiver.received[0]?.body).toEqual({ type: "notice", timestamp: expect.any(String), data: notices[0] });
  expect(order).toEqual([...list.map(([id]) => `record ${id}`), "record nothing"]);
});

describe("A receiver that fails", () => {
  test.each<[behaviour: keyof typeof behaviours, failure: string]>([
    ["hangs", "TIMED_OUT"],
    ["redirects", "REDIRECTED"],
    ["refuses", "REFUSED"],
    ["saysOkToAnything", "NOT_ACKNOWLEDGED"],
    ["breaksOff", "UNREACHABLE"],
  ])(
    "%s: the notice is not delivered (%s), is tried again with the same id, and nothing overtakes it",
    async (behaviour, failure) => {
      receiver.behaviour = behaviour;
      const dispatcher = open();
      const pause = await dispatcher.run();
      expect(pause).toBe(newsLimits.webhookPauseMillisecondsMin);
      expect(reports).toEqual([{ receiver: "zab", code: failure, attempts: 1 }]);
      expect(receiver.received.map(({ path }) => path)).toEqual(["/hook"]);
      receiver.behaviour = "takes";
      clock += pause;
      await dispatcher.run();
      expect(ids()).toEqual(["N-1", "N-1", "N-2", "N-3", "N-4"]);
    },
  );

  test("is waited for ever longer, up to an hour", async () => {
    receiver.behaviour = "refuses";
    const dispatcher = open();
    const pauses: number[] = [];
    for (let run = 0; run < 12; run += 1) {
      const pause = await dispatcher.run();
      pauses.push(pause);
      clock += pause;
    }
    expect(pauses.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(pauses.at(-1)).toBe(3_600_000);
  });

  test.each([
    ["back by a day", -86_400_000, newsLimits.webhookPauseMillisecondsMax],
    ["forward by a day", 86_400_000, 0],
  ])(
    "is not waited for longer than an hour where the clock jumps %s, and each notice comes once",
    async (_jump, by, expected) => {
      receiver.behaviour = "refuses";
      const dispatcher = open();
      await dispatcher.run();
      receiver.behaviour = "takes";
      clock += by;
      const pause = await dispatcher.run();
      if (expected > 0) expect([pause, await dispatcher.run()]).toEqual([expected, expected]);
      clock += expected;
      await dispatcher.run();
      expect(ids()).toEqual(["N-1", "N-1", "N-2", "N-3", "N-4"]);
    },
  );

  test("that goes down for good: a server that is not there is unreachable, and all come when it is back", async () => {
    const dispatcher = open();
    const { url } = receiver;
    await receiver.close();
    expect(await dispatcher.run()).toBe(newsLimits.webhookPauseMillisecondsMin);
    expect(reports).toEqual([{ receiver: "zab", code: "UNREACHABLE", attempts: 1 }]);
    expect(url).toContain("127.0.0.1");
  });
});

describe("A process that ends between event and delivery", () => {
  test("sends what was not noted as delivered again: nothing is lost, and the id tells the second from the first", async () => {
    await open().run();
    const state = JSON.parse(readFileSync(stateFile(), "utf8"));
    writeFileSync(stateFile(), JSON.stringify({ ...state, after: "1" }));
    await open().run();
    expect(ids()).toEqual(["N-1", "N-2", "N-3", "N-4", "N-3", "N-4"]);
  });

  test("goes on where it stood, its failed attempts included", async () => {
    receiver.behaviour = "refuses";
    await open().run();
    expect(await open().run()).toBe(newsLimits.webhookPauseMillisecondsMin);
    expect(ids()).toEqual(["N-1"]);
  });

  test("with a state that cannot be read does not begin: an operator looks at it", () => {
    writeFileSync(join(folder, "broken.json"), "{");
    expect(() => open(ask, join(folder, "broken.json"))).toThrow("The state of a webhook receiver cannot be read.");
  });
});

describe("Dead letters", () => {
  beforeEach(() => receiver.byCase.set("FM-1", "refuses"));

  test("are set aside after the last attempt, with what follows in the same case; other cases go on", async () => {
    await runThrough(open());
    expect(ids().filter((id) => id === "N-1")).toHaveLength(newsLimits.webhookAttemptsMax);
    expect([...new Set(ids())]).toEqual(["N-1", "N-2", "N-4"]);
    const { output } = webhooksCommand(["list"], { SICHTFELD_DATA: folder });
    expect(output).toMatch(/^zab: 2 dead letters.*\n {2}N-1 .* REFUSED\n {2}N-3 .* HELD_BACK\n$/);
    expect(output).not.toContain("FM-");
  });

  test("are sent again in their order when the operator says so, and the case is free again", async () => {
    const dispatcher = open();
    await runThrough(dispatcher);
    receiver.received.splice(0);
    receiver.byCase.clear();
    expect(webhooksCommand(["replay", "zab"], { SICHTFELD_DATA: folder })).toMatchObject({
      exitCode: 0,
      output: "2 dead letters of zab are sent again.\n",
    });
    await dispatcher.run();
    expect(ids()).toEqual(["N-1", "N-3"]);
    expect(webhooksCommand(["list"], { SICHTFELD_DATA: folder }).output).toMatch(/^zab: 0 dead letters/);
  });

  test("to which the right has ended meanwhile go without being sent", async () => {
    const dispatcher = open();
    await runThrough(dispatcher);
    receiver.received.splice(0);
    receiver.byCase.clear();
    notices = notices.filter(({ caseRef }) => caseRef !== "FM-1");
    webhooksCommand(["replay", "zab"], { SICHTFELD_DATA: folder });
    await dispatcher.run();
    expect(ids()).toEqual([]);
    expect(webhooksCommand(["list"], { SICHTFELD_DATA: folder }).output).toMatch(/^zab: 0 dead letters/);
  });

  test("whose cursor is lost stay set aside, and hold nothing else up", async () => {
    const lost = new Set<string | null>();
    const dispatcher = open(async (after) =>
      lost.has(after) ? { refused: "INVALID_INPUT", edges: [], endCursor: null } : ask(after),
    );
    await runThrough(dispatcher);
    lost.add(null);
    webhooksCommand(["replay", "zab"], { SICHTFELD_DATA: folder });
    await dispatcher.run();
    expect(reports.at(-1)).toEqual({ receiver: "zab", code: "CURSOR_LOST" });
    expect(webhooksCommand(["list"], { SICHTFELD_DATA: folder }).output).toMatch(/^zab: 2 dead letters/);
  });

  test.each([
    [["replay", "nobody"], 1],
    [["replay", "../zab"], 1],
    [["replay"], 2],
    [[], 2],
    [["--help"], 0],
  ] as const)("The command ends with its status for %j: %i", (args, exitCode) => {
    expect(webhooksCommand(args, { SICHTFELD_DATA: folder }).exitCode).toBe(exitCode);
  });
});

describe("Corrections", () => {
  const corrections = [
    ["CN-1", "TO-1"],
    ["CN-2", "TO-2"],
    ["CN-3", "TO-1"],
  ].map(([id = "", fact = ""]) => ({ id, fact, kind: "CORRECTED", version: 1 }));
  /** Those that are not acknowledged, behind the cursor. */
  const asking = (left: () => readonly { readonly id: string }[]) => async (after: string | null) => {
    const at = corrections.findIndex(({ id }) => id === after);
    const node = left().find(({ id }) => corrections.findIndex((each) => each.id === id) > at);
    return { refused: null, edges: node === undefined ? [] : [{ cursor: node.id, node }], endCursor: null } as News;
  };

  test("come as what they are, each by the reference of its fact, in their order", async () => {
    await open(
      asking(() => corrections),
      stateFile(),
      { type: "correction" },
    ).run();
    expect(receiver.received.map(({ id, body }) => [body.type, id, body.data.fact])).toEqual([
      ["correction", "CN-1", "TO-1"],
      ["correction", "CN-2", "TO-2"],
      ["correction", "CN-3", "TO-1"],
    ]);
  });

  test("of one fact stay in order though one is set aside, and one that is acknowledged meanwhile is not sent again", async () => {
    const left = [...corrections];
    const file = join(folder, "webhooks", "zab.corrections.json");
    const dispatcher = open(
      asking(() => left),
      file,
      { type: "correction" },
    );
    receiver.behaviour = "refuses";
    for (let run = 0; run < newsLimits.webhookAttemptsMax; run += 1)
      clock += await dispatcher.run(() => ids().length >= newsLimits.webhookAttemptsMax);
    receiver.behaviour = "takes";
    receiver.received.splice(0);
    await dispatcher.run();
    expect(ids()).toEqual(["CN-2"]);
    left.shift();
    expect(webhooksCommand(["replay", "zab.corrections"], { SICHTFELD_DATA: folder })).toMatchObject({ exitCode: 0 });
    await dispatcher.run();
    expect(ids()).toEqual(["CN-2", "CN-3"]);
  });
});

test("A right that ends between two attempts stops the delivery", async () => {
  receiver.behaviour = "refuses";
  const dispatcher = open();
  clock += await dispatcher.run();
  notices = notices.filter(({ caseRef }) => caseRef !== "FM-1");
  receiver.behaviour = "takes";
  await dispatcher.run();
  expect(ids()).toEqual(["N-1", "N-2", "N-4"]);
});

test("While the question cannot be put on record nothing leaves, and no attempt is counted", async () => {
  const refused: News = { refused: "RECORD_UNAVAILABLE", edges: [], endCursor: null };
  expect(await open(async () => refused).run()).toBe(newsLimits.pauseMillisecondsMax);
  expect(ids()).toEqual([]);
  expect(reports).toEqual([{ receiver: "zab", code: "RECORD_UNAVAILABLE" }]);
});

describe("The operator's file of receivers", () => {
  const entry = (changes: object = {}) => {
    const secretFile = join(folder, "secret");
    writeFileSync(secretFile, `${receiver.secret}\n`);
    const file = join(folder, "receivers.yaml");
    const whole = {
      id: "zab",
      office: "ZAB_COESFELD",
      role: "CASEWORKER",
      responsiblePerson: "zab-coe-0300",
      kinds: ["MEASURE_DUE"],
      url: "https://zab.example/hook",
      secretFile,
      ...changes,
    };
    writeFileSync(file, JSON.stringify([whole]));
    return file;
  };

  test("names office, role, kinds, address and where the secret is", () => {
    expect(readReceivers(entry(), true)).toEqual([expect.objectContaining({ id: "zab", secret: receiver.secret })]);
  });

  test.each<[string, object, boolean, RegExp]>([
    ["an office that does not exist", { office: "NOBODY" }, false, /0\.office is no office/],
    ["an address without TLS in production", { url: "http://zab.example/hook" }, true, /must be reached by https/],
    ["a file as address", { url: "file:///etc/passwd" }, false, /http or https/],
    ["a member that nobody knows", { headers: {} }, false, /SICHTFELD_WEBHOOKS: entry 0/],
  ])("with %s is refused in one line", (_, changes, production, message) => {
    const file = entry(changes);
    expect(() => readReceivers(file, production)).toThrow(message);
  });
});

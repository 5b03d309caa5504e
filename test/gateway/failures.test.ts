import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Door, DoorAnswer } from "../../gateway/doors.ts";
import { GatewayError } from "../../gateway/errors.ts";
import { startGateway } from "../../gateway/startGateway.ts";
import { openWorld, type World } from "../harness.ts";
import { ownEnvironment } from "../ownEnvironment.ts";

const stated = { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" };
const query =
  '{ person(personRef: "P-SHOWCASE0001") { familyName convictions { court } cases { caseRef } assessment { band } } }';

type Fault = (door: Door) => Door;
let fault: { readonly subgraph: string; readonly make: Fault } | null = null;
let world: World;

beforeAll(async () => {
  world = await openWorld({
    wrapDoor: (name, door) => (request) => (fault?.subgraph === name ? fault.make(door)(request) : door(request)),
  });
});
afterAll(() => world?.close());

const refusing: Fault = () => async () => {
  throw new GatewayError("SUBGRAPH_UNAVAILABLE");
};
const failing: Fault = () => async () => ({ data: null, errors: [{ message: "x", extensions: { code: "INTERNAL" } }] });
const partial: Fault = (door) => async (request) => ({
  ...(await door(request)),
  errors: [{ message: "x", extensions: { code: "DATABASE_UNAVAILABLE" } }],
});
const nonsense: Fault = () => async () => "nonsense" as unknown as DoorAnswer;

describe("A part of the system that fails in the middle of a request", () => {
  const faults: readonly (readonly [string, string, Fault])[] = [
    ["immigration cannot be reached", "immigration", refusing],
    ["criminal-records cannot be reached", "criminal-records", refusing],
    ["casework reports that its database is gone, beside data", "casework", partial],
    ["scoring fails inside", "scoring", failing],
    ["criminal-records answers no object", "criminal-records", nonsense],
  ];
  test.each(faults)("%s: 503, and no partial personal data", async (_, subgraph, make) => {
    fault = { subgraph, make };
    try {
      const reply = await world.ask("rrk-muenster-caseworker", stated, query);
      expect(reply.status).toBe(503);
      expect(reply.data ?? null).toBeNull();
      expect(reply.errors.map((error) => error.extensions?.code)).toEqual(["SUBGRAPH_UNAVAILABLE"]);
      expect(reply.text).not.toContain("Amtsgericht");
    } finally {
      fault = null;
    }
    const after = await world.ask("rrk-muenster-caseworker", stated, query);
    expect(after.status).toBe(200);
  });

  test("no failure is told with a value: class and code alone reach the operator", () => {
    expect(world.reports.filter((each) => each.event === "failure").length).toBeGreaterThan(0);
    expect(JSON.stringify(world.reports)).not.toMatch(/Cvijeti|SHOWCASE/);
  });
});

describe("The order of errors", () => {
  /** Answers when the others have. */
  const late: Fault = (door) => async (request) => {
    const answer = await door(request);
    await setTimeout(50);
    return answer;
  };
  const badCursors =
    '{ persons(after: "x") { totalCount } cases(after: "x") { totalCount } worklist(after: "x") { totalCount } }';

  test.each(["immigration", "casework", "scoring"])(
    "is the order of the operation, though %s is done last: it tells nobody how much a subgraph had to look through",
    async (subgraph) => {
      fault = { subgraph, make: late };
      try {
        const reply = await world.ask("rrk-muenster-caseworker", { purpose: "WORKLIST" }, badCursors);
        expect(reply.errors.map(({ path }) => path)).toEqual([["persons"], ["cases"], ["worklist"]]);
      } finally {
        fault = null;
      }
    },
  );
});

describe("A subgraph that gives out more than it should", () => {
  /** As if a subgraph had forgotten its grant: the relations that hold are gone, the data stays. */
  const forgetful: Fault = (door) => async (request) => {
    const answer = await door(request);
    return JSON.parse(JSON.stringify(answer), (key, value) => (key.endsWith("sf_facts") ? [] : value));
  };

  test("is caught by the gateway's second look, and the incident is told without a value", async () => {
    fault = { subgraph: "immigration", make: forgetful };
    try {
      const reply = await world.ask(
        "rrk-muenster-caseworker",
        stated,
        '{ person(personRef: "P-SHOWCASE0001") { familyName } }',
      );
      expect(reply.text).toBe('{"data":{"person":null}}\n');
      expect(world.reports.findLast((each) => each.event === "incident")?.detail).toEqual({
        operation: expect.any(String),
        coordinate: "Query.person",
      });
    } finally {
      fault = null;
    }
    expect(world.log().findLast(({ type }) => type === "operation")).toMatchObject({
      outcome: "ANSWERED",
      incidents: ["Query.person"],
    });
  });

  test("and the data protection officer finds it among all others, by the field", async () => {
    const asking = (hasIncident: boolean) =>
      `{ accessRecords(filter: { hasIncident: ${hasIncident} }) { totalCount edges { node { incidents actor } } } }`;
    const control = { purpose: "DATA_PROTECTION_CONTROL" };
    const { data } = await world.ask("dpo", control, asking(true));
    expect(data?.accessRecords).toEqual({
      totalCount: 1,
      edges: [{ node: { incidents: ["Query.person"], actor: "rrk-ms-0141" } }],
    });
    const others = (await world.ask("dpo", control, asking(false))).data?.accessRecords as { totalCount: number };
    expect(others.totalCount).toBeGreaterThan(1);
    expect(JSON.stringify(others)).not.toContain("Query.person");
  });
});

describe("A record whose facts say that it may not be shown", () => {
  test("is not named to the next subgraph of the plan", async () => {
    const two = '{ person(personRef: "P-SHOWCASE0001") { familyName convictions { court } } }';
    world.forget();
    await world.ask("rrk-muenster-caseworker", stated, two);
    expect(world.traffic.map(({ subgraph }) => subgraph)).toEqual(["immigration", "criminal-records"]);
    fault = {
      subgraph: "immigration",
      make: (door) => async (request) =>
        JSON.parse(JSON.stringify(await door(request)), (key, value) => (key.endsWith("sf_facts") ? [] : value)),
    };
    try {
      world.forget();
      const reply = await world.ask("rrk-muenster-caseworker", stated, two);
      expect(reply.text).toBe('{"data":{"person":null}}\n');
      expect(world.traffic.map(({ subgraph }) => subgraph)).toEqual(["immigration"]);
    } finally {
      fault = null;
    }
  });
});

describe("The access log that cannot be written", () => {
  test("lets no personal data out, 503, and the gateway is not ready; when it can be written, both end by themselves", async () => {
    const own = await openWorld();
    try {
      await own.breakLog();
      const reply = await own.ask("rrk-muenster-caseworker", stated, query);
      expect(reply.status).toBe(503);
      expect(reply.errors[0]?.extensions?.code).toBe("RECORD_UNAVAILABLE");
      expect(reply.text).not.toContain("Cvijeti");
      const readiness = () => fetch(`${own.gateway.url}/health/ready`);
      const told = await readiness();
      expect(told.status).toBe(503);
      expect(await told.json()).toMatchObject({ status: "not ready", missing: ["access-log"] });
      await own.mendLog();
      // Nobody asks for data: the watch alone finds that the log can be written again.
      for (let each = 0; each < 400 && !(await readiness()).ok; each += 1) await setTimeout(50);
      expect((await readiness()).status).toBe(200);
      expect((await own.ask("rrk-muenster-caseworker", stated, query)).status).toBe(200);
    } finally {
      await own.close();
    }
  });
});

describe("A start that cannot succeed says in one line what to do", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "sichtfeld-start-"));
    writeFileSync(join(folder, "file"), "");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Starts a gateway that an environment describes, and gives the message with which it refuses. */
  async function refusal(environment: Readonly<Record<string, string>>): Promise<string> {
    const started = startGateway({
      environment: { SICHTFELD_DATA: join(folder, "data"), ...environment },
      onProgress: () => {},
      report: () => {},
    });
    return started.then(
      async (gateway) => {
        await gateway.stop();
        throw new Error("The gateway started.");
      },
      (error: Error) => error.message,
    );
  }

  const starts: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ["a port that is no number", { PORT: "many" }, /^PORT: /],
    ["a date that does not exist", { SICHTFELD_DATE: "2026-02-30" }, /^SICHTFELD_DATE: /],
    [
      "a date of the question in production",
      { NODE_ENV: "production", SICHTFELD_DATE: "2026-06-15" },
      /^SICHTFELD_DATE: /,
    ],
    ["no issuer in production", { NODE_ENV: "production" }, /^SICHTFELD_ISSUER: /],
    ["subgraphs by URL without a key for grants", { SICHTFELD_SUBGRAPHS: "{}" }, /^SICHTFELD_SUBGRAPHS: /],
    ["minus three persons", { SICHTFELD_PERSONS: "-3" }, /^SICHTFELD_PERSONS/],
    [
      "a database that is down",
      { DATABASE_URL: "postgres://user:secret@127.0.0.1:1/none" },
      /127\.0\.0\.1:1 does not answer/,
    ],
  ];
  test.each(starts)("with %s", async (_, environment, sentence) => {
    const message = await refusal(environment);
    expect(message).toMatch(sentence);
    expect(message).not.toMatch(/secret|\n/);
  });

  test("with a data folder that is a file", async () => {
    expect(await refusal({ SICHTFELD_DATA: join(folder, "file") })).toMatch(/^[^\n]*SICHTFELD_DATA[^\n]*$/);
  });

  test("with a host that is none of this machine", async () => {
    expect(await refusal({ PORT: "0", HOST: "192.0.2.1" })).toBe(
      "192.0.2.1 cannot be listened on (EADDRNOTAVAIL). Set HOST to an address of this machine.",
    );
  });

  test("with an access log that is a file, or somebody else's", async () => {
    const { variables, remove } = await ownEnvironment("population");
    const file = join(folder, "file");
    expect(await refusal({ ...variables, PORT: "0", SICHTFELD_LOG: file })).toBe(
      `The access log in ${file} cannot be opened. The log could not be written durably. (EEXIST) Set SICHTFELD_LOG to a folder that this user may write.`,
    );
    const several = join(folder, "several");
    for (const instance of ["a", "b"]) mkdirSync(join(several, instance), { recursive: true });
    expect(await refusal({ ...variables, PORT: "0", SICHTFELD_LOG: several })).toMatch(
      /^The access log in \S+ cannot be opened\. The folder of the log holds several instances\. .* Set SICHTFELD_LOG_INSTANCE\.$/,
    );
    await remove();
  });

  test("with a port in use", async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await once(holder, "listening");
    const { port } = holder.address() as AddressInfo;
    expect(await refusal({ PORT: String(port) })).toBe(`Port ${port} is in use. Set PORT to a free one (0: any).`);
    holder.close();
  });

  test("which npm start writes to standard error, and ends with 1", async () => {
    const environment = { PATH: process.env.PATH, SICHTFELD_DATA: join(folder, "data"), PORT: "many" };
    const child = spawn(process.execPath, ["gateway/main.ts"], { env: environment });
    const [written, [exitCode]] = await Promise.all([text(child.stderr), once(child, "close")]);
    expect(exitCode).toBe(1);
    expect(written).toMatch(/^PORT: [^\n]*\n$/);
  });
});

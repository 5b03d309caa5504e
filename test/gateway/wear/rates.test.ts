import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limits } from "../../../gateway/limits.ts";
import { openWorld, type World } from "../../harness.ts";

const wear = {
  ...limits,
  requestsBurstMax: 3,
  requestsPerSecondMax: 0.001,
  strangersBurstMax: 4,
  strangersPerSecondMax: 0.002,
};
const query = "{ __typename }";
let world: World;
beforeAll(async () => {
  world = await openWorld({ wear });
});
afterAll(() => world?.close());

describe("Requests of one person", () => {
  test("three are answered; the fourth waits as long as Retry-After says and is on record; the fifth and sixth are counted", async () => {
    const ask = () => world.ask("zab-coesfeld", { purpose: "RETURN_EXECUTION", caseRef: "FM-2026-0001" }, query);
    for (const _ of [1, 2, 3]) expect((await ask()).status).toBe(200);
    const records = world.log().length;
    const fourth = await ask();
    expect(fourth.status).toBe(429);
    expect(fourth.errors[0]?.extensions).toEqual({ code: "TOO_MANY_REQUESTS", limit: "requestsPerSecondMax" });
    expect(Number(fourth.headers.get("retry-after"))).toBeGreaterThan(900);
    expect(fourth.headers.get("cache-control")).toBe("no-store");
    for (const _ of [5, 6]) expect((await ask()).status).toBe(429);
    const written = () =>
      world
        .log()
        .slice(records)
        .filter(({ type }) => type === "operation");
    const refusal = {
      outcome: "REFUSED",
      refusalCode: "TOO_MANY_REQUESTS",
      office: "ZAB_COESFELD",
      operationHash: null,
    };
    expect(written()).toEqual([expect.objectContaining({ ...refusal, count: 1 })]);
  });

  test("somebody else is not kept waiting, and what is refused counts as well", async () => {
    const authorization = `Bearer ${await world.token("lka-nrw")}`;
    const statuses = [];
    for (const body of ["{}", JSON.stringify({ query: "{ nonsense }" }), JSON.stringify({ query }), "{}"])
      statuses.push((await world.post({ authorization }, body)).status);
    expect(statuses).toEqual([400, 400, 403, 429]);
  });
});

describe("Requests of strangers", () => {
  test("four without a valid token read 401, the fifth 429; who holds a token that was seen lately is not shut out", async () => {
    const authorization = `Bearer ${await world.token("bamf")}`;
    const ask = (headers: Readonly<Record<string, string>>) => world.post(headers, JSON.stringify({ query }));
    expect((await ask({ authorization })).status).not.toBe(429);
    const statuses = [];
    for (const headers of [
      {},
      { authorization: "Bearer x" },
      {},
      { authorization: "Bearer a.b.c" },
      {},
      { authorization: "Bearer y" },
    ])
      statuses.push((await ask(headers)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
    const unknown = await ask({ authorization: `Bearer ${await world.token("jva")}` });
    expect([unknown.status, unknown.errors[0]?.extensions]).toEqual([
      429,
      { code: "TOO_MANY_REQUESTS", limit: "strangersPerSecondMax" },
    ]);
    expect((await ask({ authorization })).status).not.toBe(429);
  });
});

describe("Requests that cannot be read", () => {
  let other: World;
  beforeAll(async () => {
    other = await openWorld({ wear });
  });
  afterAll(() => other?.close());

  test("count and are on record like those of strangers: four are told what is wrong, the fifth waits; who holds a token that was seen lately is not shut out", async () => {
    const authorization = `Bearer ${await other.token("bamf")}`;
    const ask = (headers: Readonly<Record<string, string>>, body: string) =>
      other.post({ authorization, ...headers }, body);
    expect((await ask({}, JSON.stringify({ query }))).status).not.toBe(429);
    const statuses = [];
    for (const [type, body] of [
      ["application/json", '{"query": '],
      ["text/plain", JSON.stringify({ query })],
      ["application/json", "x".repeat(limits.bodyBytesMax + 1)],
      ["application/json", ""],
      ["application/json", '{"query": '],
      ["text/plain", JSON.stringify({ query })],
    ] as const)
      statuses.push((await ask({ "content-type": type }, body)).status);
    expect(statuses).toEqual([400, 400, 413, 400, 429, 429]);
    const failures = other.log().filter(({ type }) => type === "identification");
    expect(failures.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["MALFORMED_REQUEST", "BODY_TOO_LARGE", "TOO_MANY_REQUESTS"]),
    );
    expect((await ask({}, JSON.stringify({ query }))).status).not.toBe(429);
  });
});

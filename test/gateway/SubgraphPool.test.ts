import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type SubgraphPatience, SubgraphPool } from "../../gateway/SubgraphPool.ts";

type Handler = (request: IncomingMessage, response: ServerResponse, asked: number) => void;

let server: Server;
let url = "";
let asked = 0;
let handle: Handler = () => {};
let pool: SubgraphPool | null = null;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    handle(request, response, asked);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
afterEach(() => pool?.close());
afterAll(() => {
  server?.closeAllConnections();
  server?.close();
});

const answers: Handler = (_, response) => void response.end("{}");
const hangsUp: Handler = (request) => void request.socket.destroy();
const saysNothing: Handler = () => {};
/** A byte now and then: never silent for long, and never done. */
const drips: Handler = (_, response) => {
  const dripping = setInterval(() => response.write(" "), 20);
  response.once("close", () => clearInterval(dripping));
};

function open(how: Handler, given: Partial<SubgraphPatience> = {}): SubgraphPool {
  asked = 0;
  handle = how;
  pool = new SubgraphPool(url, given);
  return pool;
}

const query = { headers: {}, body: "{}", repeatable: true };
const mutation = { ...query, repeatable: false };

describe("A subgraph that hangs up", () => {
  const onceThenAnswers: Handler = (...with_) => (with_[2] === 1 ? hangsUp : answers)(...with_);

  test("is asked once more for what may be asked twice", async () => {
    expect(await open(onceThenAnswers).post(query)).toEqual({ status: 200, text: "{}" });
    expect(asked).toBe(2);
  });

  test("is not asked again for a mutation: it may have been carried out", async () => {
    await expect(open(onceThenAnswers).post(mutation)).rejects.toThrow();
    expect(asked).toBe(1);
  });

  test("and does so again is asked no third time", async () => {
    await expect(open(hangsUp).post(query)).rejects.toThrow();
    expect(asked).toBe(2);
  });
});

describe("A subgraph that takes too long", () => {
  test.each([
    ["says nothing", saysNothing],
    ["never comes to an end", drips],
  ] as const)("and %s is waited for to the deadline, and not asked again", async (_, how) => {
    await expect(open(how, { deadlineMilliseconds: 100 }).post(query)).rejects.toThrow();
    expect(asked).toBe(1);
  });

  test("is never sent what was given up while it waited for a connection", async () => {
    const connections = 32;
    const busy = Promise.withResolvers<void>();
    const slow = open((...with_) => (with_[2] === connections ? busy.resolve() : undefined), {
      deadlineMilliseconds: 500,
      failuresMax: 100,
    });
    const all = Array.from({ length: 2 * connections }, () => slow.post(mutation));
    const ended = Promise.allSettled(all);
    await busy.promise;
    // Nothing runs until all deadlines are over: then each is late before a connection is free.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);
    expect((await ended).map(({ status }) => status)).toEqual(all.map(() => "rejected"));
    await setTimeout(50);
    expect(asked).toBe(connections);
  });

  test("holds up no other, however many wait for it", async () => {
    const connections = 32;
    const busy = Promise.withResolvers<void>();
    const slow = open((request, response, count) => {
      if (request.headers.to === "another") answers(request, response, count);
      else if (count === connections) busy.resolve();
    });
    const waiting = Array.from({ length: 2 * connections }, () => slow.post(mutation).catch(() => "ended"));
    await busy.promise;
    const other = new SubgraphPool(url);
    const asking = Array.from({ length: 100 }, () => other.post({ ...query, headers: { to: "another" } }));
    expect((await Promise.all(asking)).filter(({ status }) => status === 200)).toHaveLength(100);
    expect(asked).toBe(connections + 100);
    await other.close();
    await slow.close();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(["ended"]));
  });
});

describe("A subgraph that fails again and again", () => {
  test("is left alone, and asked again after a while", async () => {
    const failing = open(hangsUp, { failuresMax: 3, restMilliseconds: 200 });
    for (let time = 0; time < 10; time += 1) await expect(failing.post(mutation)).rejects.toThrow();
    expect(asked).toBe(3);
    handle = answers;
    await setTimeout(250);
    expect((await failing.post(mutation)).status).toBe(200);
    expect((await failing.post(mutation)).status).toBe(200);
    expect(asked).toBe(5);
  });
});

test("An answer that is too large is not read to its end", async () => {
  const large: Handler = (_, response) => void response.end("x".repeat(10_000));
  await expect(open(large, { answerBytesMax: 1_000 }).post(mutation)).rejects.toThrow();
});

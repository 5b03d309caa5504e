import { expect, test } from "vitest";
import { openLoop } from "../../bench/openLoop.ts";

test("Asks on while nothing is answered, and counts everybody who waited", async () => {
  const waiting: PromiseWithResolvers<void>[] = [];
  const ask = () => {
    const asked = Promise.withResolvers<void>();
    waiting.push(asked);
    if (waiting.length === 40) for (const { resolve } of waiting) resolve();
    return asked.promise;
  };
  const { requests, p50, p99 } = await openLoop(ask, 1_000, 0.04, new AbortController().signal);
  expect({ asked: waiting.length, requests }).toEqual({ asked: 40, requests: 40 });
  expect(p99).toBeGreaterThan(p50);
});

import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import type { Stretch } from "./closedLoop.ts";
import { rank } from "./rank.ts";

/**
 * Asks at a rate, whether earlier answers have come or not: a gateway that falls behind is asked on, and who waits in a queue is counted
 * from when it should have been asked.
 *
 * @param perSecond questions begun in a second
 * @throws what a request throws, and where the signal ends the run
 */
export async function openLoop(
  ask: () => Promise<unknown>,
  perSecond: number,
  seconds: number,
  signal: AbortSignal,
): Promise<Stretch> {
  const latencies: number[] = [];
  const begin = performance.now();
  const asked: Promise<void>[] = [];
  const count = perSecond * seconds;
  while (asked.length < count) {
    signal.throwIfAborted();
    const due = Math.min(count, Math.floor(((performance.now() - begin) / 1000) * perSecond) + 1);
    while (asked.length < due) {
      const from = begin + (asked.length * 1000) / perSecond;
      asked.push(ask().then(() => void latencies.push(performance.now() - from)));
    }
    await setTimeout(1);
  }
  await Promise.all(asked);
  const elapsedSeconds = (performance.now() - begin) / 1000;
  latencies.sort((left, right) => left - right);
  return {
    requests: latencies.length,
    requestsPerSecond: latencies.length / elapsedSeconds,
    p50: rank(latencies, 0.5),
    p99: rank(latencies, 0.99),
  };
}

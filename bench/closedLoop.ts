import { performance } from "node:perf_hooks";
import { rank } from "./rank.ts";

/** What one stretch of asking gave. */
export interface Stretch {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/**
 * So many clients ask, each again as soon as it was answered, for so long. What is under way at the end is waited for.
 *
 * @throws what a request throws, and where the signal ends the run
 */
export async function closedLoop(
  ask: () => Promise<unknown>,
  clients: number,
  seconds: number,
  signal: AbortSignal,
): Promise<Stretch> {
  const latencies: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      signal.throwIfAborted();
      const asked = performance.now();
      await ask();
      latencies.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const elapsedSeconds = (performance.now() - begin) / 1000;
  latencies.sort((left, right) => left - right);
  return {
    requests: latencies.length,
    requestsPerSecond: latencies.length / elapsedSeconds,
    p50: rank(latencies, 0.5),
    p99: rank(latencies, 0.99),
  };
}

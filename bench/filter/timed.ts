import { performance } from "node:perf_hooks";
import { median } from "../median.ts";

/** Microseconds that a piece of work takes: the median of batches that last so many milliseconds each, after one to warm up. */
export async function timed(work: () => unknown, batchMilliseconds: number, batches: number): Promise<number> {
  const results: number[] = [];
  for (let batch = 0; batch <= batches; batch += 1) {
    const begin = performance.now();
    let done = 0;
    let elapsed = 0;
    while (elapsed < batchMilliseconds) {
      await work();
      done += 1;
      elapsed = performance.now() - begin;
    }
    if (batch > 0) results.push((elapsed * 1000) / done);
  }
  return median(results);
}

import { Worker } from "node:worker_threads";
import type { Feed } from "./Feed.ts";
import { measure } from "./measure.ts";
import type { ValidityReport } from "./report/ValidityReport.ts";

/** Assessments up to which measuring is done at once: for fewer, starting a thread costs more. */
const atOnceMax = 50;

/**
 * Measures in a thread of its own, so that whatever else the process answers does not wait: a thousand assessments take seconds.
 *
 * @throws Error what went wrong in the thread
 */
export async function measureApart(feed: Feed, on: string): Promise<ValidityReport> {
  if (feed.assessments.length <= atOnceMax) return measure(feed, on);
  const worker = new Worker(new URL("measureWorker.ts", import.meta.url), { workerData: { feed, on } });
  const { promise, resolve, reject } = Promise.withResolvers<ValidityReport>();
  worker.once("message", resolve);
  worker.once("error", reject);
  worker.once("exit", (code) => reject(new Error(`The measuring thread ended with ${code}.`)));
  return promise;
}

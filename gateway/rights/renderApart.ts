import { Worker } from "node:worker_threads";
import { GatewayError } from "../errors.ts";
import type { AnswerDocument } from "./AnswerDocument.ts";

/** Longest time that an answer may take to be set in pages. */
const renderMillisecondsMax = 30_000;

/**
 * Sets the answer in a thread of its own: it takes a second, in which nobody else would be answered.
 *
 * @throws GatewayError INTERNAL where it cannot be set, or not in time
 */
export async function renderApart(answer: AnswerDocument, now: Date): Promise<Buffer> {
  const worker = new Worker(new URL("answerWorker.ts", import.meta.url), { workerData: { answer, now } });
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const late = setTimeout(() => reject(new GatewayError("INTERNAL")), renderMillisecondsMax);
  worker.once("message", (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
  worker.once("error", (error) => reject(new GatewayError("INTERNAL", null, {}, error)));
  worker.once("exit", () => reject(new GatewayError("INTERNAL")));
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}

import { parentPort, workerData } from "node:worker_threads";
import { openModel } from "./openModel.ts";
import { type Outcome, type RunOptions, runModel } from "./runModel.ts";

/** What a worker is to do. */
export type FuzzWork = Pick<Required<RunOptions>, "operations" | "seed" | "findsMax" | "share">;

/** What it tells: how many it has asked, and at the end what it has seen. */
export type FuzzNews = { readonly done: number } | { readonly outcome: Outcome };

const tell = (news: FuzzNews) => parentPort?.postMessage(news);
const model = await openModel(null);
try {
  const work = workerData as FuzzWork;
  tell({ outcome: await runModel({ ...work, ...model, onProgress: (done) => tell({ done }) }) });
} finally {
  await model.gateway.close();
}

import { parentPort, workerData } from "node:worker_threads";
import { openModel } from "./openModel.ts";
import { type Find, type Outcome, type RunOptions, runModel } from "./runModel.ts";

/** What a worker is to do. */
export type FuzzWork = Pick<Required<RunOptions>, "operations" | "seed" | "findsMax" | "share">;

/** What it tells: how many it has asked, what it has found, and at the end all that it has seen. */
export type FuzzNews = { readonly done: number } | { readonly find: Find } | { readonly outcome: Outcome };

/** More than in the short run: making a pair of worlds takes as long as twenty operations. */
const operationsOfSetting = 100;

const tell = (news: FuzzNews) => parentPort?.postMessage(news);
const model = await openModel(null);
try {
  const work = workerData as FuzzWork;
  const hear = { onProgress: (done: number) => tell({ done }), onFind: (find: Find) => tell({ find }) };
  tell({ outcome: await runModel({ ...work, ...model, ...hear, operationsOfSetting }) });
} finally {
  await model.gateway.close();
}

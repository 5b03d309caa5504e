import { openAsBlob } from "node:fs";
import { registerHooks } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { Sabotage } from "./sabotages.ts";
import type { Tables } from "./Tables.ts";

/** What a worker is to do. */
export interface SabotagedWork {
  readonly sabotage: Pick<Sabotage, "file" | "take" | "put">;
  /** Regular expression of the offices looked at. */
  readonly among: string;
  readonly emptyDump: string;
  readonly tables: Tables;
  readonly operations: number;
  readonly seed: number;
}

const { sabotage, among, emptyDump, tables, operations, seed } = workerData as SabotagedWork;
const sabotaged = new URL(`../../${sabotage.file}`, import.meta.url).href;
let taken = false;
registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (url !== sabotaged) return loaded;
    const source = String(loaded.source);
    if (!source.includes(sabotage.take)) throw new Error(`${sabotage.file} has no line ${sabotage.take}`);
    taken = true;
    return { ...loaded, source: source.replace(sabotage.take, () => sabotage.put) };
  },
});
// Only now, so that what they load is changed.
const { openModel } = await import("./openModel.ts");
const { runModel } = await import("./runModel.ts");
const model = await openModel(await openAsBlob(emptyDump), tables);
try {
  const offices = new RegExp(among);
  const outcome = await runModel({
    ...model,
    operations,
    seed,
    findsMax: 1,
    shrinks: false,
    among: ({ office }) => offices.test(office),
  });
  if (!taken) throw new Error(`${sabotage.file} was not loaded.`);
  parentPort?.postMessage(outcome.finds.flatMap(({ complaints }) => complaints));
} finally {
  await model.gateway.close();
}

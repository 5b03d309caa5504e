import { operator } from "../../../schema/accessLogNames.ts";
import { recordTasks } from "../recordTasks.ts";
import type { NamedEnd } from "./printEnds.ts";

/** Puts on record that somebody wanted to end a shard before its day. */
export async function recordEarlyEnd(folder: string, keyFile: string, { shard, actor }: NamedEnd): Promise<void> {
  const at = new Date().toISOString();
  const log = { folder, instance: null, keyFile, makeKey: false, witnessesFile: null };
  await recordTasks(log, () => {}, [
    {
      at,
      questionDate: at.slice(0, 10),
      outcome: "REFUSED",
      refusalCode: "RETENTION_RUNS",
      actor,
      office: operator,
      role: operator,
      reason: null,
      askedCases: [],
      name: `end ${shard}`,
    },
  ]);
}

import { existsSync } from "node:fs";
import { endShards } from "../endShards.ts";
import { logKey } from "../logKey.ts";
import type { Findings } from "./Findings.ts";

const words = {
  ENDED: "ended; a signed statement of its last tree head remains",
  KEPT: "kept",
  UNSIGNED:
    "is due and was not ended: there is no checkpoint that the key signed. Start the gateway, which signs one, and try again",
} as const;

/** Ends the shards whose time is over, and tells of each until when it is kept. @throws Error with one line that says what to do */
export async function printEnds(folder: string, keyFile: string, now: number): Promise<Findings> {
  if (!existsSync(folder)) throw new Error(`${folder} is no folder of an access log.`);
  const ends = await endShards(folder, await logKey(keyFile, false), now);
  const lines = ends.map(({ shard, outcome, endsOn }) => `${shard} (until ${endsOn}): ${words[outcome]}.`);
  return {
    output: `${lines.length === 0 ? "There is no shard." : lines.join("\n")}\n`,
    holds: ends.every(({ outcome }) => outcome !== "UNSIGNED"),
  };
}

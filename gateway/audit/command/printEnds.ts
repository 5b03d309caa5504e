import { existsSync } from "node:fs";
import { endShards, type ShardEnd } from "../endShards.ts";
import { logKey } from "../logKey.ts";
import type { Findings } from "./Findings.ts";
import { recordEarlyEnd } from "./recordEarlyEnd.ts";

/** A shard that somebody wants to end. */
export interface NamedEnd {
  /** `<instance>/<shard>`. */
  readonly shard: string;
  /** Staff id. */
  readonly actor: string;
}

const words = {
  ENDED: "ended; a signed statement of its last tree head remains",
  KEPT: "kept",
  UNSIGNED:
    "is due and was not ended: there is no checkpoint that the key signed. Start the gateway, which signs one, and try again",
} as const;

/**
 * Ends the shards whose time is over, and tells of each until when it is kept.
 *
 * @param named the one that is to end, with those whose time is over; before its day that it was tried is put on record. Null: none is named
 * @throws Error with one line that says what to do
 */
export async function printEnds(
  folder: string,
  keyFile: string,
  now: number,
  named: NamedEnd | null,
): Promise<Findings> {
  if (!existsSync(folder)) throw new Error(`${folder} is no folder of an access log.`);
  const ends = await endShards(folder, await logKey(keyFile, false), now);
  const lines = ends.map(lineOf);
  const holds = ends.every(({ outcome }) => outcome !== "UNSIGNED");
  if (named === null) return told(lines.length === 0 ? ["There is no shard."] : lines, holds);
  const own = ends.find(({ shard }) => shard === named.shard);
  if (own === undefined) throw new Error(`${folder} holds no shard ${named.shard}. Name it as <instance>/<shard>.`);
  if (own.outcome !== "KEPT") return told([lineOf(own)], own.outcome === "ENDED");
  await recordEarlyEnd(folder, keyFile, named);
  return told([lineOf(own), "Nothing was erased; the attempt is on record."], false);
}

function lineOf({ shard, outcome, endsOn }: ShardEnd): string {
  return `${shard} (until ${endsOn}): ${words[outcome]}.`;
}

function told(lines: readonly string[], holds: boolean): Findings {
  return { output: `${lines.join("\n")}\n`, holds };
}

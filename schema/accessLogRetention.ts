import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { LogShard } from "./accessLogNames.ts";

const rule = z.strictObject({
  /** Calendar years after that of the shard, to whose end it is kept. */
  yearsAfter: z.int().min(0).max(30),
  /** Norms. */
  because: z.array(z.string()).min(1),
});

const rules = z
  .strictObject({ access: rule, identification: rule })
  .parse(parse(readFileSync(new URL("accessLogRetention.yaml", import.meta.url), "utf8")));

/** By which norms a shard ends. */
export function retentionNorms({ logClass }: LogShard): readonly string[] {
  return rules[logClass].because;
}

/** First day on which a shard may be kept no longer, and before which nobody may end it (YYYY-MM-DD, UTC). */
export function endsOn({ logClass, year }: LogShard): string {
  return `${year + rules[logClass].yearsAfter + 1}-01-01`;
}

/** @param now milliseconds since 1970, wall clock */
export function hasEnded(shard: LogShard, now: number): boolean {
  return new Date(now).toISOString().slice(0, 10) >= endsOn(shard);
}

/** Name of the file that remains of a shard, in the instance's folder. */
export function endStatementName(shard: string): string {
  return `ended-${shard}`;
}

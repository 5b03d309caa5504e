import type { KeyObject } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { instancePattern } from "../../schema/accessLogNames.ts";
import { AccessLogError } from "./AccessLogError.ts";
import { endShards, type ShardEnd } from "./endShards.ts";
import { lockInstance } from "./lockInstance.ts";

/**
 * Ends what is over in the logs of gateways that are gone: of instances in the same folder that nobody holds. One that is held ends its own.
 *
 * @param own instance of the gateway that looks
 * @param now clock of its log, milliseconds since 1970
 */
export async function endRetired(
  folder: string,
  key: KeyObject,
  now: number,
  own: string,
): Promise<readonly ShardEnd[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const others = entries.filter(({ name }) => name !== own && instancePattern.test(name));
  const ends: ShardEnd[] = [];
  for (const { name } of others.filter((entry) => entry.isDirectory())) {
    const release = holdIfFree(join(folder, name));
    if (release === null) continue;
    try {
      ends.push(...(await endShards(folder, key, now, name)));
    } finally {
      release();
    }
  }
  return ends;
}

function holdIfFree(folder: string): (() => void) | null {
  try {
    return lockInstance(folder);
  } catch (error) {
    if (error instanceof AccessLogError && error.code === "IN_USE") return null;
    throw error;
  }
}

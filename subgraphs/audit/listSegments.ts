import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { instancePattern, segmentsInOrder } from "../../schema/accessLogFormat.ts";

/** The instances in the log's folder, each with its segments in the order in which they were written. No folder: no instance. */
export async function listSegments(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const segments = new Map<string, readonly string[]>();
  for (const entry of entries) {
    if (!entry.isDirectory() || !instancePattern.test(entry.name)) continue;
    segments.set(entry.name, segmentsInOrder(await readdir(join(folder, entry.name))));
  }
  return segments;
}

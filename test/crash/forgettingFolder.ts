import { appendFileSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LogFile, LogFolder, ShardFolder } from "../../gateway/audit/LogFolder.ts";

/** What a forgetting disk leaves undone, to show that the test would notice. */
export type Omission = "file" | "folder" | null;

/**
 * A disk that forgets: beside the files as processes see them it keeps, in another folder, what was made durable, and nothing
 * else. A file whose name was not synced with its folder is not there either (`<shard>/.unnamed`). A kill leaves both as they are.
 *
 * @param omission syncs that report success and do nothing
 */
export function forgettingFolder(disk: LogFolder, durable: string, omission: Omission): LogFolder {
  return {
    ...disk,
    async shard(name) {
      const shard = await disk.shard(name);
      mkdirSync(join(durable, name, ".unnamed"), { recursive: true });
      return forgettingShard(shard, join(durable, name), omission);
    },
  };
}

function forgettingShard(shard: ShardFolder, durable: string, omission: Omission): ShardFolder {
  return {
    ...shard,
    // What is there at the start was durable before.
    sync: async () => {},
    async create(name) {
      const file = await shard.create(name);
      writeFileSync(join(durable, ".unnamed", name), "");
      return forgettingFile(file, join(durable, name), join(durable, ".unnamed", name), omission);
    },
    async syncEntries() {
      if (omission === "folder") return;
      for (const name of readdirSync(join(durable, ".unnamed"))) {
        renameSync(join(durable, ".unnamed", name), join(durable, name));
      }
    },
  };
}

function forgettingFile(file: LogFile, named: string, unnamed: string, omission: Omission): LogFile {
  let pending: Uint8Array[] = [];
  return {
    ...file,
    async write(bytes) {
      const taken = await file.write(bytes);
      pending.push(bytes.subarray(0, taken));
      return taken;
    },
    async sync() {
      if (omission === "file") return;
      appendFileSync(existsSync(named) ? named : unnamed, Buffer.concat(pending));
      pending = [];
    },
  };
}

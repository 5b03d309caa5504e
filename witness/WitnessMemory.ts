import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { type Checkpoint, checkpointText, parseCheckpoint } from "../schema/tlog/checkpoint.ts";

/** The latest checkpoint that was cosigned, of each origin. One process has a memory's folder. */
export interface WitnessMemory {
  /** Null where none was cosigned. Rejects where it cannot be read: then nothing is cosigned. */
  recall(origin: string): Promise<Checkpoint | null>;
  /** Durable when this resolves. */
  remember(checkpoint: Checkpoint): Promise<void>;
}

/** A memory in a folder: a file for each origin, which holds the checkpoint's text. */
export function witnessMemory(folder: string): WitnessMemory {
  const fileOf = (origin: string) => join(folder, `${createHash("sha256").update(origin).digest("hex")}.checkpoint`);
  return {
    async recall(origin) {
      const text = await readFile(fileOf(origin), "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
      if (text === null) return null;
      const checkpoint = parseCheckpoint(text);
      if (checkpoint?.origin !== origin) throw new Error("The witness's memory is damaged. Have it looked at by hand.");
      return checkpoint;
    },
    async remember(checkpoint) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = fileOf(checkpoint.origin);
      const draft = await open(`${file}.draft`, "w", 0o600);
      try {
        await draft.writeFile(checkpointText(checkpoint));
        await draft.sync();
      } finally {
        await draft.close();
      }
      await rename(`${file}.draft`, file);
      if (process.platform === "win32") return;
      await using names = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
      await names.sync();
    },
  };
}

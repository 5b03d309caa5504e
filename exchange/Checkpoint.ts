import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Counts, noCounts } from "./Counts.ts";

/**
 * How far an import has come, on disk. Written after the answer to what it counts, so that after a kill at most the last request is sent
 * again, which changes nothing. It holds numbers alone.
 */
export class Checkpoint {
  readonly #file: string;

  /** @param identity of the files that are imported: others begin anew */
  constructor(folder: string, identity: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#file = join(folder, `checkpoint-${identity}.json`);
  }

  /** The numbers of the run that was broken off; none where there was none. */
  read(): Counts {
    try {
      return JSON.parse(readFileSync(this.#file, "utf8")) as Counts;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return noCounts;
      throw error;
    }
  }

  /** Durable when it returns. */
  write(counts: Counts): void {
    const next = `${this.#file}.next`;
    const handle = openSync(next, "w", 0o600);
    writeSync(handle, JSON.stringify(counts));
    fsyncSync(handle);
    closeSync(handle);
    renameSync(next, this.#file);
  }

  /** The import is done: the same files again are a new import. */
  end(): void {
    rmSync(this.#file, { force: true });
  }
}

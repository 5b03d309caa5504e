import { constants } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type UsageFile, usageDayOf, usageDaysKept, usageFile, usageFileName } from "../../schema/usageFile.ts";

/** Where a gateway keeps what it counted: a file a day, whole at any time. */
export class UsageFolder {
  readonly #folder: string;
  readonly #instance: string;

  /** @param instance name of this gateway: several may share the folder */
  constructor(folder: string, instance: string) {
    this.#folder = folder;
    this.#instance = instance;
  }

  /** What this gateway kept of a day; null for nothing, or nothing that can be read: then counting begins anew. */
  async read(day: string): Promise<UsageFile | null> {
    const text = await readFile(join(this.#folder, usageFileName(day, this.#instance)), "utf8").catch(() => null);
    if (text === null) return null;
    try {
      const parsed = usageFile.safeParse(JSON.parse(text));
      return parsed.success && parsed.data.day === day ? parsed.data : null;
    } catch {
      return null;
    }
  }

  /** Durable when it returns. The file before stands until the new one is whole. */
  async write(file: UsageFile): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const path = join(this.#folder, usageFileName(file.day, this.#instance));
    {
      await using draft = await open(`${path}.new`, "w", 0o640);
      await draft.writeFile(JSON.stringify(file));
      await draft.sync();
    }
    await rename(`${path}.new`, path);
    // Windows has no fsync of a folder: there the file system's journal keeps names.
    if (process.platform === "win32") return;
    await using names = await open(this.#folder, constants.O_RDONLY | constants.O_DIRECTORY);
    await names.sync();
  }

  /** Removes this gateway's files of days whose time is over. */
  async removeOld(today: string): Promise<void> {
    const first = new Date(Date.parse(today) - usageDaysKept * 86_400_000).toISOString().slice(0, 10);
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const day = usageDayOf(name);
      if (day !== null && day < first && name === usageFileName(day, this.#instance))
        await rm(join(this.#folder, name), { force: true });
    }
  }
}

import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addDays } from "../subgraphs/shell/calendar/addDays.ts";
import { ImportError } from "./ImportError.ts";
import { limits } from "./limits.ts";
import type { Fault } from "./reading/Fault.ts";
import type { Place, RawItem } from "./reading/Item.ts";

/** An item that was not taken, as it was read: once the profile or the other side is mended it is tried again. */
export interface Quarantined {
  readonly profile: string;
  readonly place: Place;
  readonly fault: Fault;
  readonly raw: readonly RawItem[];
  /** Last day on which it is kept. */
  readonly until: string;
}

/**
 * Items that were not taken, in a file of the sender's own that only its user may read. It never holds police data without a label. Each
 * goes after its term, whichever command runs next, and once it is taken.
 */
export class Quarantine {
  readonly #file: string;
  readonly #today: string;
  readonly #entries: Map<string, Quarantined>;

  constructor(folder: string, today: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#file = join(folder, "quarantine.jsonl");
    this.#today = today;
    const kept = this.#read();
    this.#entries = new Map(
      kept.filter(({ until }) => until >= today).map((each) => [keyOf(each.profile, each.place), each]),
    );
    if (this.#entries.size < kept.length) this.#rewrite();
  }

  entries(): readonly Quarantined[] {
    return [...this.#entries.values()];
  }

  /**
   * Keeps an item for its term.
   *
   * @throws ImportError where there are too many: then the profile is at fault, not a row
   */
  add(profile: string, place: Place, fault: Fault, raw: readonly RawItem[]): void {
    if (this.#entries.size >= limits.quarantineRowsMax && !this.has(profile, place)) {
      throw new ImportError(
        `More than ${limits.quarantineRowsMax} rows were not taken. Mend the profile or the export, and run the same command again.`,
      );
    }
    const entry = { profile, place, fault, raw, until: addDays(this.#today, limits.quarantineDaysMax) };
    this.#entries.set(keyOf(profile, place), entry);
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
  }

  has(profile: string, place: Place): boolean {
    return this.#entries.has(keyOf(profile, place));
  }

  /** What was taken is kept no longer. */
  remove(taken: readonly { readonly profile: string; readonly place: Place }[]): void {
    const removed = taken.filter(({ profile, place }) => this.#entries.delete(keyOf(profile, place)));
    if (removed.length > 0) this.#rewrite();
  }

  #read(): readonly Quarantined[] {
    if (!existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, "utf8").split("\n");
    // A process that was killed leaves half a line at most, and its item is read again from the source.
    return lines.slice(0, -1).map((line) => JSON.parse(line) as Quarantined);
  }

  #rewrite(): void {
    const next = `${this.#file}.next`;
    writeFileSync(
      next,
      this.entries()
        .map((each) => `${JSON.stringify(each)}\n`)
        .join(""),
      { mode: 0o600 },
    );
    renameSync(next, this.#file);
  }
}

function keyOf(profile: string, { file, row }: Place): string {
  return JSON.stringify([profile, file, row]);
}

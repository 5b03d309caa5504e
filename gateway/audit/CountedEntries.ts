import type { AccessEntry, FailedIdentification } from "./AccessEntry.ts";
import { type Repeated, Repetitions } from "./Repetitions.ts";

/** Puts an entry on record that stands for so many requests. */
export interface CountedLog<R> {
  appendRefusal(repeated: Repeated<AccessEntry>): Promise<R>;
  appendFailure(repeated: Repeated<FailedIdentification>): Promise<R>;
}

/** Times in which failures of one code, and refusals of one person-in-office, have one entry at the most before those that are counted. */
const failuresMilliseconds = 1_000;
const refusalsMilliseconds = 60_000;

/** How often is looked whether what was counted is due. */
const tellMilliseconds = 5_000;

/** What anybody can repeat at will: the first goes on record at once, those after it by their number. */
export class CountedEntries<R> {
  readonly #log: CountedLog<R>;
  readonly #clock: () => number;
  readonly #failures = new Repetitions<FailedIdentification>(failuresMilliseconds);
  readonly #refusals = new Repetitions<AccessEntry>(refusalsMilliseconds);
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  /** @param clock milliseconds since 1970 */
  constructor(log: CountedLog<R>, clock: () => number) {
    this.#log = log;
    this.#clock = clock;
  }

  /** Counted by person-in-office and code. @returns null where it is only counted */
  async refusal(entry: AccessEntry): Promise<R | null> {
    const key = JSON.stringify([entry.office, entry.actor, entry.refusalCode]);
    const repeated = this.#refusals.of(key, entry, this.#clock());
    if (repeated !== null) return this.#log.appendRefusal(repeated);
    this.#tellLater();
    return null;
  }

  /** Counted by code. @returns null where it is only counted */
  async failure(failure: FailedIdentification): Promise<R | null> {
    const repeated = this.#failures.of(failure.code, failure, this.#clock());
    if (repeated !== null) return this.#log.appendFailure(repeated);
    this.#tellLater();
    return null;
  }

  /** Puts what was only counted on record, where its time is over. What cannot be put on record is counted on. */
  async tell(until: number = this.#clock()): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const refusals = this.#refusals.take(until).map(async (each) => {
      await this.#log.appendRefusal(each).catch(() => this.#refusals.giveBack(each, this.#clock()));
    });
    const failures = this.#failures.take(until).map(async (each) => {
      await this.#log.appendFailure(each).catch(() => this.#failures.giveBack(each, this.#clock()));
    });
    await Promise.all([...refusals, ...failures]);
    if (!this.#stopped && (this.#refusals.isCounting || this.#failures.isCounting)) this.#tellLater();
  }

  /** Tells everything, and nothing by itself any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.tell(Number.POSITIVE_INFINITY);
  }

  #tellLater(): void {
    this.#timer ??= setTimeout(() => void this.tell(), tellMilliseconds).unref();
  }
}

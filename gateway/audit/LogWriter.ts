import { type LogClass, parseShardName, shardName } from "../../schema/accessLogNames.ts";
import { AccessLogError } from "./AccessLogError.ts";
import { eraseKeys } from "./eraseKeys.ts";
import type { LogFolder } from "./LogFolder.ts";
import type { LogLimits } from "./logLimits.ts";
import type { Named } from "./Named.ts";
import { namedValues } from "./namedValues.ts";
import type { OnCommitted } from "./OnCommitted.ts";
import type { Receipt } from "./Receipt.ts";
import { type Prepared, Shard } from "./Shard.ts";

/** An entry that waits for its write. */
interface Waiting {
  readonly id: string;
  readonly shard: string;
  /** Clock of the log on arrival, milliseconds since 1970. */
  readonly recordedAt: number;
  readonly prepare: (shard: Shard) => Prepared;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: AccessLogError) => void;
}

/** An entry that is about to be written. */
interface Writing extends Prepared {
  readonly waiting: Waiting;
}

/** What a writer is given. */
export interface LogWriterOptions {
  readonly folder: LogFolder;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly limits: LogLimits;
  /** Clock of the log at its latest entry; minus infinity before the first. */
  readonly latest: number;
  readonly onCommitted: OnCommitted;
}

/**
 * Writes entries in groups, in a folder that it alone writes. What arrives while a write is under way shares the next one. After a fault
 * everything that waits is refused, no file that was open is written again, and the next entry opens a new segment that names what was
 * found of the old: nothing is retried, repaired or forgotten.
 */
export class LogWriter {
  readonly #folder: LogFolder;
  readonly #clock: () => number;
  readonly #limits: LogLimits;
  readonly #onCommitted: OnCommitted;
  readonly #shards = new Map<string, Shard>();
  #latest: number;
  #waiting: Waiting[] = [];
  #work: Promise<void> | null = null;
  /** What is done between two writes. */
  readonly #chores: (() => Promise<void>)[] = [];
  #faults = 0;
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #closed = false;

  constructor({ folder, clock, limits, latest, onCommitted }: LogWriterOptions) {
    this.#folder = folder;
    this.#clock = clock;
    this.#limits = limits;
    this.#latest = latest;
    this.#onCommitted = onCommitted;
  }

  /**
   * Puts an entry on record. Entries stand in the order of the calls.
   *
   * @param prepare makes its lines, when its write begins
   * @returns once every line of it is durable
   * @throws AccessLogError; the entry may nevertheless have reached the disk. It is never written twice
   */
  async put(id: string, logClass: LogClass, prepare: (shard: Shard, recordedAt: string) => Prepared): Promise<Receipt> {
    const recordedAt = Math.max(this.#admit(), this.#latest);
    this.#latest = recordedAt;
    const moment = new Date(recordedAt);
    const { promise, resolve, reject } = Promise.withResolvers<Receipt>();
    this.#waiting.push({
      id,
      shard: shardName({ logClass, year: moment.getUTCFullYear() }),
      recordedAt,
      prepare: (shard) => prepare(shard, moment.toISOString()),
      resolve,
      reject,
    });
    this.#work ??= this.#writeAll();
    return promise;
  }

  /** Begins to make rows of the key table durable for what an entry is going to name. What fails is told to that entry. */
  nameAhead(named: Named): void {
    const now = Math.max(this.#clock(), this.#latest);
    const shard = this.#shards.get(shardName({ logClass: "access", year: new Date(now).getUTCFullYear() }));
    try {
      shard?.nameAhead(namedValues(named));
    } catch {
      // What no row can say, `put` refuses.
    }
  }

  /** Nothing is written while the work goes on. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#chores.push(() =>
      work().then(resolve, (error: unknown) =>
        reject(error instanceof AccessLogError ? error : new AccessLogError("WRITE_FAILED", error)),
      ),
    );
    this.#work ??= this.#writeAll();
    return promise;
  }

  /** Erases rows of one shard's key table. Must be called while nothing is written. */
  async eraseIn(name: string, tokens: ReadonlySet<string>): Promise<void> {
    const known = this.#shards.get(name);
    if (known === undefined) return eraseKeys(await this.#folder.shard(name), tokens);
    try {
      await known.eraseKeys(tokens);
    } catch (error) {
      // What it has in memory may stand on the disk no more: it is opened again.
      this.#shards.delete(name);
      await known.abandon();
      throw error;
    }
  }

  /** Clock of the log: when its latest entry arrived, milliseconds since 1970; null before the first. */
  get latest(): number | null {
    return Number.isFinite(this.#latest) ? this.#latest : null;
  }

  /**
   * Whether an access could be put on record now. While a fault stands this tries, after its pause, to commit nothing in a new segment: so
   * a gateway to which nobody sends anything any more finds by itself that the disk can be written again.
   */
  async isWritable(): Promise<boolean> {
    try {
      this.#admit();
      if (this.#faults > 0) await this.put("", "access", () => ({ texts: [], main: 0 }));
      return true;
    } catch {
      return false;
    }
  }

  /** Refuses further entries, and writes those that wait. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#work;
    for (const shard of this.#shards.values()) await shard.abandon();
  }

  /** @returns machine's clock. @throws AccessLogError where no entry is taken: none is while the clock stands well before the latest */
  #admit(): number {
    if (this.#closed) throw new AccessLogError("CLOSED");
    if (this.#waiting.length >= this.#limits.waitingMax) throw new AccessLogError("QUEUE_FULL");
    const now = this.#clock();
    if (now < this.#latest - this.#limits.clockBackMillisecondsMax) throw new AccessLogError("CLOCK_BACKWARDS");
    return now;
  }

  async #writeAll(): Promise<void> {
    // What is called in the same turn shares the first write.
    await null;
    for (;;) {
      const [chore] = this.#chores.splice(0, 1);
      const [next] = this.#waiting;
      if (chore !== undefined) await chore();
      else if (next !== undefined) await this.#writeGroup(next);
      else break;
    }
    this.#work = null;
  }

  async #writeGroup({ shard: name, recordedAt }: Waiting): Promise<void> {
    let group: readonly Writing[] = [];
    let shard: Shard | null = null;
    try {
      shard = await this.#openShard(name, recordedAt);
      group = this.#nextGroup(shard, name);
      if (group.length === 0) return;
      const written = await shard.commit(group);
      this.#onCommitted(
        name,
        (written[0]?.leaf ?? 0) - (group[0]?.main ?? 0),
        group.flatMap(({ texts }) => texts),
      );
      for (const { of, ...place } of written) {
        of.waiting.resolve({ operation: of.waiting.id, ...place });
      }
      this.#faults = 0;
    } catch (error) {
      await this.#fail(shard, group, error);
    }
  }

  /** Takes what one write may hold: entries of one shard, in the order of the calls. What cannot be said is refused by itself. */
  #nextGroup(shard: Shard, name: string): readonly Writing[] {
    const group: Writing[] = [];
    let bytes = 0;
    while (this.#waiting[0]?.shard === name && bytes < this.#limits.writeBytesMax) {
      const [waiting] = this.#waiting.splice(0, 1) as [Waiting];
      try {
        const prepared = waiting.prepare(shard);
        bytes += prepared.texts.reduce((sum, text) => sum + text.length, 0);
        group.push({ ...prepared, waiting });
      } catch (error) {
        waiting.reject(error instanceof AccessLogError ? error : new AccessLogError("ENTRY_INVALID", error));
      }
    }
    return group;
  }

  /** The shard with an open segment: the present one, or its successor where start, size or a fault ends it. */
  async #openShard(name: string, recordedAt: number): Promise<Shard> {
    const known = this.#shards.get(name);
    if (known !== undefined && !known.isAtEnd(this.#limits.segmentBytesMax)) return known;
    if (this.#clock() < this.#pausedUntil) throw new AccessLogError("PAUSED");
    if (known === undefined) await this.#closeYearBefore(name);
    const shard = known ?? (await Shard.open(await this.#folder.shard(name)));
    this.#shards.set(name, shard);
    await shard.openSegment(recordedAt);
    return shard;
  }

  async #closeYearBefore(name: string): Promise<void> {
    const logClass = parseShardName(name)?.logClass;
    for (const [each, shard] of this.#shards) {
      if (parseShardName(each)?.logClass !== logClass) continue;
      this.#shards.delete(each);
      await shard.abandon();
    }
  }

  async #fail(shard: Shard | null, group: readonly Writing[], cause: unknown): Promise<void> {
    const refused = [...group.map(({ waiting }) => waiting), ...this.#waiting.splice(0)];
    const error = cause instanceof AccessLogError ? cause : new AccessLogError("WRITE_FAILED", cause);
    if (error.code === "WRITE_FAILED") {
      const { pauseMillisecondsMin, pauseMillisecondsMax } = this.#limits;
      this.#pausedUntil = this.#clock() + Math.min(pauseMillisecondsMax, pauseMillisecondsMin * 2 ** this.#faults);
      this.#faults += 1;
    }
    await shard?.abandon();
    for (const { reject } of refused) reject(error);
  }
}

import { type LogClass, parseShardName, shardName, shardsInOrder } from "../../schema/accessLogNames.ts";
import type { AccessEntry, FailedIdentification } from "./AccessEntry.ts";
import { AccessLogError } from "./AccessLogError.ts";
import { CountedEntries } from "./CountedEntries.ts";
import type { ErasureOrder } from "./ErasureOrder.ts";
import { accessTexts, erasureText, identificationText } from "./entryTexts.ts";
import { eraseKeys } from "./eraseKeys.ts";
import { inspectTail } from "./inspectTail.ts";
import { KeyErasure } from "./KeyErasure.ts";
import type { LogFolder } from "./LogFolder.ts";
import { type LogLimits, logLimits } from "./logLimits.ts";
import type { Named } from "./Named.ts";
import { namedValues } from "./namedValues.ts";
import type { Receipt } from "./Receipt.ts";
import type { Repeated } from "./Repetitions.ts";
import { type Prepared, Shard } from "./Shard.ts";

/**
 * Is told what is durable, before anybody has a receipt for it. Must not throw.
 *
 * @param shard without its instance
 * @param firstLeaf index of the first entry in the shard's tree
 */
export type OnCommitted = (shard: string, firstLeaf: number, entries: readonly string[]) => void;

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

/**
 * The access log of one gateway, in a folder that it alone writes. What arrives while a write is under way shares the next one.
 * After a fault everything that waits is refused, no file that was open is written again, and the next entry opens a new segment
 * that names what was found of the old: nothing is retried, repaired or forgotten.
 */
export class AccessLog {
  readonly #folder: LogFolder;
  readonly #clock: () => number;
  readonly #limits: LogLimits;
  readonly #onCommitted: OnCommitted;
  readonly #counted: CountedEntries<Receipt>;
  readonly #shards = new Map<string, Shard>();
  readonly #erasure: KeyErasure;
  #latest: number;
  #waiting: Waiting[] = [];
  #work: Promise<void> | null = null;
  /** What is done between two writes. */
  readonly #chores: (() => Promise<void>)[] = [];
  #faults = 0;
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #closed = false;

  private constructor(
    folder: LogFolder,
    clock: () => number,
    limits: LogLimits,
    latest: number,
    onCommitted: OnCommitted,
  ) {
    this.#folder = folder;
    this.#clock = clock;
    this.#limits = limits;
    this.#latest = latest;
    this.#onCommitted = onCommitted;
    this.#counted = new CountedEntries(
      {
        appendRefusal: ({ entry, count }) => this.#append(entry, count),
        appendFailure: (repeated) => this.#appendFailure(repeated),
      },
      clock,
    );
    this.#erasure = new KeyErasure({
      folder,
      append: (order) => this.#wait(order.id, "access", (_shard, at) => ({ texts: [erasureText(order, at)], main: 0 })),
      exclusively: (work) => this.#exclusively(work),
      eraseIn: (shard, tokens) => this.#eraseIn(shard, tokens),
    });
  }

  /**
   * Verifies the end of the log and makes it durable as it stands. The first append creates a segment.
   *
   * @param folder is released when this rejects and by `close`
   * @param clock milliseconds since 1970
   */
  static async open(
    folder: LogFolder,
    clock: () => number = Date.now,
    limits: LogLimits = logLimits,
    onCommitted: OnCommitted = () => {},
  ): Promise<AccessLog> {
    try {
      return new AccessLog(folder, clock, limits, await settle(folder), onCommitted);
    } catch (error) {
      folder.release();
      throw new AccessLogError("WRITE_FAILED", error);
    }
  }

  /**
   * Puts an access on record. May be called concurrently; entries stand in the order of the calls.
   *
   * @returns once every line of the entry is durable
   * @throws AccessLogError; the entry may nevertheless have reached the disk. It is never written twice
   */
  append(entry: AccessEntry): Promise<Receipt> {
    return this.#append(entry, 1);
  }

  /**
   * Says what the entry of a request will name, as soon as that is known: its rows of the key table become durable while the request is
   * being answered, and the entry waits for one sync. Promises nothing: what fails, or was not said, is seen to by `append`.
   */
  nameAhead(named: Named): void {
    const now = Math.max(this.#clock(), this.#latest);
    const shard = this.#shards.get(shardName({ logClass: "access", year: new Date(now).getUTCFullYear() }));
    try {
      shard?.nameAhead(namedValues(named));
    } catch {
      // What no row can say, `append` refuses.
    }
  }

  /**
   * Puts the refusal of one who asks too often on record. Whoever is refused can cause one at will, so of each person-in-office and code
   * one a minute has an entry, and one that follows it tells how many more there were.
   *
   * @returns null where it is only counted
   * @throws AccessLogError as `append`
   */
  appendRepeated(entry: AccessEntry): Promise<Receipt | null> {
    return this.#counted.refusal(entry);
  }

  #append(entry: AccessEntry, count: number): Promise<Receipt> {
    return this.#wait(entry.id, "access", (shard, recordedAt) =>
      shard.withDecision(entry.decision, accessTexts(entry, count, recordedAt, shard.tokens)),
    );
  }

  /**
   * Puts a failed identification on record. Anybody can cause one, so of each code one a second has an entry, and one that follows it tells
   * how many more there were.
   *
   * @returns null where it is only counted
   * @throws AccessLogError as `append`
   */
  appendFailure(failure: FailedIdentification): Promise<Receipt | null> {
    return this.#counted.failure(failure);
  }

  #appendFailure({ entry, count }: Repeated<FailedIdentification>): Promise<Receipt> {
    return this.#wait(entry.id, "identification", (_shard, recordedAt) => ({
      texts: [identificationText(entry, count, recordedAt)],
      main: 0,
    }));
  }

  /** Puts what was only counted on record, where its time is over; this happens by itself, seconds later. */
  tellCounted(): Promise<void> {
    return this.#counted.tell();
  }

  /**
   * Erases the rows of the key table that name these data subjects, cases and reasons, in all years of this instance: its entries stay as they are
   * and name them no more. On record before it is done.
   *
   * @returns number of rows; 0 where nobody is named so
   * @throws AccessLogError; the order may nevertheless be carried out, at the latest when the log is opened again
   */
  erase(order: Omit<ErasureOrder, "tokens">, named: Named): Promise<number> {
    return this.#erasure.erase(order, named);
  }

  /** Carries out an order to erase that an interruption left. @throws AccessLogError */
  finishErasing(): Promise<void> {
    return this.#erasure.finish();
  }

  async #eraseIn(name: string, tokens: ReadonlySet<string>): Promise<void> {
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

  /** Nothing is written while the work goes on. */
  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#chores.push(() =>
      work().then(resolve, (error: unknown) =>
        reject(error instanceof AccessLogError ? error : new AccessLogError("WRITE_FAILED", error)),
      ),
    );
    this.#work ??= this.#writeAll();
    return promise;
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
      if (this.#faults > 0) await this.#wait("", "access", () => ({ texts: [], main: 0 }));
      return true;
    } catch {
      return false;
    }
  }

  /** Refuses further entries, writes those that wait, and lets another process write the folder. */
  async close(): Promise<void> {
    await this.#counted.stop();
    this.#closed = true;
    await this.#work;
    for (const shard of this.#shards.values()) await shard.abandon();
    this.#folder.release();
  }

  async #wait(
    id: string,
    logClass: LogClass,
    prepare: (shard: Shard, recordedAt: string) => Prepared,
  ): Promise<Receipt> {
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

/**
 * Makes the end of each class durable as it stands.
 *
 * @returns clock of the log at its latest entry, milliseconds since 1970
 */
async function settle(folder: LogFolder): Promise<number> {
  let latest = Number.NEGATIVE_INFINITY;
  const shards = shardsInOrder(await folder.list());
  for (const name of new Map(shards.map((each) => [parseShardName(each)?.logClass, each])).values()) {
    const shard = await folder.shard(name);
    const tail = await inspectTail(shard);
    for (const { file } of tail.states) await shard.sync(file);
    await shard.syncEntries();
    latest = Math.max(latest, tail.latest ?? latest);
  }
  return latest;
}

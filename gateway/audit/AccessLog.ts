import type { AccessEntry, FailedIdentification } from "./AccessEntry.ts";
import { AccessLogError } from "./AccessLogError.ts";
import { CountedEntries } from "./CountedEntries.ts";
import type { ErasureOrder } from "./ErasureOrder.ts";
import { accessTexts, erasureText, identificationText } from "./entryTexts.ts";
import { KeyErasure } from "./KeyErasure.ts";
import type { LogFolder } from "./LogFolder.ts";
import { LogWriter } from "./LogWriter.ts";
import { type LogLimits, logLimits } from "./logLimits.ts";
import type { Named } from "./Named.ts";
import type { OnCommitted } from "./OnCommitted.ts";
import type { Receipt } from "./Receipt.ts";
import type { Repeated } from "./Repetitions.ts";
import { settleLog } from "./settleLog.ts";

/** The access log of one gateway: what is put on record, said in the log's terms. How it comes on the disk is the `LogWriter`'s. */
export class AccessLog {
  readonly #folder: LogFolder;
  readonly #writer: LogWriter;
  readonly #counted: CountedEntries<Receipt>;
  readonly #erasure: KeyErasure;

  private constructor(folder: LogFolder, writer: LogWriter, clock: () => number) {
    this.#folder = folder;
    this.#writer = writer;
    this.#counted = new CountedEntries(
      {
        appendRefusal: ({ entry, count }) => this.#append(entry, count),
        appendFailure: (repeated) => this.#appendFailure(repeated),
      },
      clock,
    );
    this.#erasure = new KeyErasure({
      folder,
      append: (order) => writer.put(order.id, "access", (_shard, at) => ({ texts: [erasureText(order, at)], main: 0 })),
      exclusively: (work) => writer.exclusively(work),
      eraseIn: (shard, tokens) => writer.eraseIn(shard, tokens),
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
      const latest = await settleLog(folder);
      return new AccessLog(folder, new LogWriter({ folder, clock, limits, latest, onCommitted }), clock);
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
    this.#writer.nameAhead(named);
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
    return this.#writer.put(entry.id, "access", (shard, recordedAt) =>
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
    return this.#writer.put(entry.id, "identification", (_shard, recordedAt) => ({
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

  /** Clock of the log: when its latest entry arrived, milliseconds since 1970; null before the first. */
  get latest(): number | null {
    return this.#writer.latest;
  }

  /** Whether an access could be put on record now. Where a fault stands, each look after its pause is an attempt. */
  isWritable(): Promise<boolean> {
    return this.#writer.isWritable();
  }

  /** Refuses further entries, writes those that wait, and lets another process write the folder. */
  async close(): Promise<void> {
    await this.#counted.stop();
    await this.#writer.close();
    this.#folder.release();
  }
}

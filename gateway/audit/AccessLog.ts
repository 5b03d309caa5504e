import { parseSegmentName, type SegmentState, segmentName } from "../../schema/accessLogFormat.ts";
import type { AccessEntry } from "./AccessEntry.ts";
import { AccessLogError } from "./AccessLogError.ts";
import { entryTexts } from "./entryTexts.ts";
import { inspectTail } from "./inspectTail.ts";
import type { LogFolder } from "./LogFolder.ts";
import { type LogLimits, logLimits } from "./logLimits.ts";
import type { Receipt } from "./Receipt.ts";
import { Segment } from "./Segment.ts";

/** An entry that waits for its write. */
interface Waiting {
  readonly operation: string;
  readonly texts: readonly string[];
  readonly bytes: number;
  /** Clock of the log on arrival, milliseconds since 1970. */
  readonly recordedAt: number;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: AccessLogError) => void;
}

/**
 * The access log of one gateway: append-only segments in a folder that it alone writes. What arrives while a write is under
 * way shares the next one. After a fault everything that waits is refused, the segment is never written again, and the next
 * entry opens a new one that names what was found of the old: nothing is retried, repaired or forgotten.
 */
export class AccessLog {
  readonly #folder: LogFolder;
  readonly #clock: () => number;
  readonly #limits: LogLimits;
  #latest: number;
  #waiting: Waiting[] = [];
  #work: Promise<void> | null = null;
  #segment: Segment | null = null;
  /** Durable lines of the segment that was written last. */
  #acknowledged: Pick<SegmentState, "file" | "lines"> | null = null;
  #faults = 0;
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #closed = false;

  private constructor(folder: LogFolder, clock: () => number, limits: LogLimits, latest: number) {
    this.#folder = folder;
    this.#clock = clock;
    this.#limits = limits;
    this.#latest = latest;
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
  ): Promise<AccessLog> {
    try {
      const { states, latest } = await inspectTail(folder);
      for (const { file } of states) await folder.sync(file);
      await folder.syncEntries();
      return new AccessLog(folder, clock, limits, latest ?? Number.NEGATIVE_INFINITY);
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
  async append(entry: AccessEntry): Promise<Receipt> {
    if (this.#closed) throw new AccessLogError("CLOSED");
    if (this.#waiting.length >= this.#limits.waitingMax) throw new AccessLogError("QUEUE_FULL");
    const recordedAt = this.#instant();
    const texts = entryTexts(entry, new Date(recordedAt).toISOString());
    const bytes = texts.reduce((sum, text) => sum + text.length, 0);
    const { promise, resolve, reject } = Promise.withResolvers<Receipt>();
    this.#waiting.push({ operation: entry.id, texts, bytes, recordedAt, resolve, reject });
    this.#work ??= this.#writeAll();
    return promise;
  }

  /** Refuses further entries, writes those that wait, and lets another process write the folder. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#work;
    await this.#segment?.abandon();
    this.#segment = null;
    this.#folder.release();
  }

  /** Clock of the log: never before the latest entry, and no entry at all while the machine's clock stands well before it. */
  #instant(): number {
    const now = this.#clock();
    if (now < this.#latest - this.#limits.clockBackMillisecondsMax) throw new AccessLogError("CLOCK_BACKWARDS");
    this.#latest = Math.max(now, this.#latest);
    return this.#latest;
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) await this.#writeGroup(this.#nextGroup());
    this.#work = null;
  }

  /** Takes what one write may hold: entries of one calendar year, one at least. */
  #nextGroup(): readonly Waiting[] {
    const year = yearOf(this.#waiting[0]?.recordedAt ?? 0);
    let bytes = 0;
    const end = this.#waiting.findIndex((each) => {
      if (yearOf(each.recordedAt) !== year || bytes >= this.#limits.writeBytesMax) return true;
      bytes += each.bytes;
      return false;
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }

  async #writeGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const segment = await this.#segmentAt(group[0]?.recordedAt ?? 0);
      const written = await segment.commit(group);
      this.#acknowledged = segment.state;
      this.#faults = 0;
      for (const { of, line, hash } of written) {
        of.resolve({ operation: of.operation, segment: `${this.#folder.instance}/${segment.name}`, line, hash });
      }
    } catch (error) {
      await this.#fail(group, error);
    }
  }

  /** The segment for entries of this instant: the present one, or its successor where year, size or a fault ends it. */
  async #segmentAt(instant: number): Promise<Segment> {
    const present = this.#segment;
    const year = yearOf(instant);
    const fits = present !== null && parseSegmentName(present.name)?.year === year;
    if (fits && present.bytes < this.#limits.segmentBytesMax) return present;
    if (this.#clock() < this.#pausedUntil) throw new AccessLogError("PAUSED");
    this.#segment = null;
    await present?.close();
    const { newest, states } =
      present === null ? await inspectTail(this.#folder) : { newest: present.name, states: [present.state] };
    const follows = states.map((state) => ({
      ...state,
      acknowledged: this.#acknowledged?.file === state.file ? this.#acknowledged.lines : null,
    }));
    const openedAt = new Date(instant).toISOString();
    const opening = { v: 1, type: "segment", openedAt, follows } as const;
    const segment = await Segment.create(this.#folder, nameAfter(newest, year), opening);
    this.#segment = segment;
    this.#acknowledged = segment.state;
    return segment;
  }

  async #fail(group: readonly Waiting[], cause: unknown): Promise<void> {
    const refused = [...group, ...this.#waiting.splice(0)];
    const error = cause instanceof AccessLogError ? cause : new AccessLogError("WRITE_FAILED", cause);
    if (error.code === "WRITE_FAILED") {
      const { pauseMillisecondsMin, pauseMillisecondsMax } = this.#limits;
      this.#pausedUntil = this.#clock() + Math.min(pauseMillisecondsMax, pauseMillisecondsMin * 2 ** this.#faults);
      this.#faults += 1;
    }
    const segment = this.#segment;
    this.#segment = null;
    await segment?.abandon();
    for (const { reject } of refused) reject(error);
  }
}

function yearOf(instant: number): number {
  return new Date(instant).getUTCFullYear();
}

function nameAfter(newest: string | null, year: number): string {
  const before = newest === null ? null : parseSegmentName(newest);
  return segmentName(year, before?.year === year ? before.sequence + 1 : 1);
}

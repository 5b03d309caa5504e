import { hashOf, type SegmentState } from "../../schema/accessLogFormat.ts";
import type { KeyKind } from "../../schema/accessLogKeys.ts";
import { logFileName, parseLogFileName } from "../../schema/accessLogNames.ts";
import { fitting } from "./fitting.ts";
import { inspectTail } from "./inspectTail.ts";
import { KeyTable } from "./KeyTable.ts";
import type { ShardFolder } from "./LogFolder.ts";
import type { LoggedDecision } from "./LoggedDecision.ts";
import type { Tokens } from "./logEntries.ts";
import { Segment } from "./Segment.ts";

/** What one access writes. */
export interface Prepared {
  /** Entries as canonical JSON. */
  readonly texts: readonly string[];
  /** Position of the entry among them that a receipt names. */
  readonly main: number;
}

/** Where an access is on record. */
export interface Place {
  readonly segment: string;
  readonly line: number;
  readonly hash: string;
  readonly leaf: number;
}

/**
 * One shard of the log: its journal and its key table. After a rejection of `commit`, `abandon` must be called before anything
 * else; the next commit then begins a new segment.
 */
export class Shard {
  /** `<instance>/<shard>`. */
  readonly name: string;
  readonly #folder: ShardFolder;
  readonly #keys: KeyTable;
  #segment: Segment | null = null;
  /** Durable lines of the segment that was written last. */
  #acknowledged: Pick<SegmentState, "file" | "lines"> | null = null;
  /** Segments with a write that failed: file → bytes that are durable. */
  readonly #doubtful = new Map<string, number>();
  /** Decisions in the segments written since the start or the last fault, and those about to be. */
  #decisions = new Set<string>();

  private constructor(folder: ShardFolder, keys: KeyTable) {
    this.name = folder.name;
    this.#folder = folder;
    this.#keys = keys;
  }

  static async open(folder: ShardFolder): Promise<Shard> {
    return new Shard(folder, await KeyTable.open(folder));
  }

  readonly tokens: Tokens = (kind, value) => this.#keys.tokenOf(kind, value);

  /**
   * Begins to make rows of the key table durable for what an entry is going to name; nothing waits for it. What fails is told by the
   * next commit.
   */
  nameAhead(values: Iterable<readonly [KeyKind, string]>): void {
    // After a fault the disk is left alone until an entry opens the next segment.
    if (this.#segment === null) return;
    for (const [kind, value] of values) this.#keys.tokenOf(kind, value);
    this.#keys.flush().catch(() => {});
  }

  /** Erases rows of the key table. No entry may be prepared meanwhile. */
  eraseKeys(tokens: ReadonlySet<string>): Promise<void> {
    return this.#keys.erase(tokens);
  }

  /** Puts the decision before what refers to it, unless it stands in the shard. @throws AccessLogError ENTRY_INVALID for one that is too long */
  withDecision(decision: LoggedDecision | null, texts: readonly string[]): Prepared {
    if (decision === null || this.#decisions.has(decision.id)) return { texts, main: 0 };
    const text = fitting(decision.text);
    this.#decisions.add(decision.id);
    return { texts: [text, ...texts], main: 1 };
  }

  /** Whether the next commit opens a segment. */
  isAtEnd(segmentBytesMax: number): boolean {
    return this.#segment === null || this.#segment.bytes >= segmentBytesMax;
  }

  /** Opens the segment after the present one, or after what is found on the disk. */
  async openSegment(instant: number): Promise<void> {
    const present = this.#segment;
    this.#segment = null;
    await present?.close();
    const cuts = await this.#cutDoubtful();
    const { newest, states, leaves } =
      present === null
        ? await inspectTail(this.#folder)
        : { newest: present.name, states: [present.state], leaves: present.leaves };
    const follows = states.map((state) => ({
      ...state,
      acknowledged: this.#acknowledged?.file === state.file ? this.#acknowledged.lines : null,
      cut: cuts.get(state.file) ?? null,
    }));
    const openedAt = new Date(instant).toISOString();
    const sequence = (parseLogFileName("journal", newest ?? "") ?? 0) + 1;
    const opening = { v: 1, type: "segment", openedAt, treeSize: leaves, follows } as const;
    const name = logFileName("journal", sequence);
    this.#doubtful.set(name, 0);
    this.#segment = await Segment.create(this.#folder, name, opening);
    this.#doubtful.delete(name);
    this.#acknowledged = this.#segment.state;
  }

  /**
   * Nothing may be built on what a failed write left: it can be read now, and be gone after a loss of power. So it is cut off, and told.
   *
   * @returns file → what was cut off it
   */
  async #cutDoubtful(): Promise<ReadonlyMap<string, NonNullable<SegmentState["torn"]>>> {
    const cuts = new Map<string, NonNullable<SegmentState["torn"]>>();
    if (this.#doubtful.size === 0) return cuts;
    const present = new Set(await this.#folder.list());
    for (const [file, durable] of this.#doubtful) {
      const rest = present.has(file) ? (await this.#folder.read(file)).subarray(durable) : new Uint8Array();
      if (rest.length === 0) continue;
      cuts.set(file, { bytes: rest.length, hash: hashOf(rest) });
      await this.#folder.cut(file, durable);
    }
    await this.#folder.syncEntries();
    this.#doubtful.clear();
    return cuts;
  }

  /** @returns in the order given, once key rows and entries are durable */
  async commit<T extends Prepared>(group: readonly T[]): Promise<readonly (Place & { readonly of: T })[]> {
    const segment = this.#segment;
    if (segment === null) throw new Error("A shard commits to an open segment.");
    await this.#keys.flush();
    const written = await segment.commit(group);
    this.#acknowledged = segment.state;
    return written.map((each) => ({ ...each, segment: `${this.name}/${segment.name}` }));
  }

  /** After a fault, and at the end: no file that is open is written again. */
  async abandon(): Promise<void> {
    const segment = this.#segment;
    if (segment !== null) this.#doubtful.set(segment.name, segment.bytes);
    this.#segment = null;
    this.#decisions = new Set();
    await this.#keys.abandon();
    await segment?.abandon();
  }
}

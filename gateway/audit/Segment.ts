import { type ChainPosition, chainStart, stateOf } from "../../schema/accessLogChain.ts";
import { commitText, hashOf, lineText, type SegmentEntry, type SegmentState } from "../../schema/accessLogFormat.ts";
import { canonicalJson } from "../../schema/canonicalJson.ts";
import type { LogFile, ShardFolder } from "./LogFolder.ts";

/** What is written together: entries as canonical JSON. */
interface Texts {
  readonly texts: readonly string[];
  /** Position of the entry among them that a receipt names. */
  readonly main: number;
}

/** Where the entry that a receipt names was written. */
interface Written<T> {
  readonly of: T;
  readonly line: number;
  /** SHA-256 of the line. */
  readonly hash: string;
  /** Index in the shard's tree. */
  readonly leaf: number;
}

/**
 * The segment that is being written. After any rejection it must not be written again: what is on the disk is unknown, and
 * a second fsync could succeed without the bytes of the first.
 */
export class Segment {
  readonly name: string;
  readonly #file: LogFile;
  #position: ChainPosition;

  private constructor(name: string, file: LogFile, start: ChainPosition) {
    this.name = name;
    this.#file = file;
    this.#position = start;
  }

  /** Creates the file with its opening line. Resolves when both the line and the file's name are durable. */
  static async create(folder: ShardFolder, name: string, opening: SegmentEntry): Promise<Segment> {
    const file = await folder.create(name);
    const segment = new Segment(name, file, chainStart(folder.name, name));
    try {
      await segment.#append([canonicalJson(opening)], 0);
      segment.#position = { ...segment.#position, leaves: opening.treeSize };
      await folder.syncEntries();
      return segment;
    } catch (error) {
      await segment.abandon();
      throw error;
    }
  }

  /** Bytes that are durable. */
  get bytes(): number {
    return this.#position.bytes;
  }

  /** Leaves of the shard's tree up to here. */
  get leaves(): number {
    return this.#position.leaves;
  }

  /** The segment as it stands after its last commit, nothing behind it. */
  get state(): SegmentState {
    return stateOf(this.name, this.#position, new Uint8Array());
  }

  /**
   * Writes operations and a commit in one write and one sync.
   *
   * @returns in the order given, once all of them are durable
   */
  async commit<T extends Texts>(operations: readonly T[]): Promise<readonly Written<T>[]> {
    const { lines, leaves } = this.#position;
    const texts = operations.flatMap((each) => each.texts);
    const hashes = await this.#append(texts, texts.length);
    let before = 0;
    return operations.map((of) => {
      const place = before + of.main;
      before += of.texts.length;
      return { of, line: lines + place, hash: hashes[place] ?? "", leaf: leaves + place };
    });
  }

  /** @returns the hash of each line, without the commit that follows them */
  async #append(texts: readonly string[], leaves: number): Promise<readonly string[]> {
    const { bytes, lines, last, leaves: before } = this.#position;
    const hashes: string[] = [];
    const written = [...texts, commitText].map((text, each) => {
      const line = lineText(text, lines + each, hashes.at(-1) ?? last);
      hashes.push(hashOf(line));
      return line;
    });
    const added = Buffer.from(`${written.join("\n")}\n`);
    const taken = await this.#file.write(added);
    if (taken !== added.length) throw new Error(`The system took ${taken} of ${added.length} bytes.`);
    await this.#file.sync();
    this.#position = {
      bytes: bytes + added.length,
      lines: lines + written.length,
      last: hashes.at(-1) ?? last,
      leaves: before + leaves,
    };
    return hashes;
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** Closes after a fault: a further error tells nothing new. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => {});
  }
}

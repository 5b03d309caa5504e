import { type ChainPosition, chainStart, stateOf } from "../../schema/accessLogChain.ts";
import { commitText, hashOf, lineText, type SegmentEntry, type SegmentState } from "../../schema/accessLogFormat.ts";
import { canonicalJson } from "../../schema/canonicalJson.ts";
import type { LogFile, LogFolder } from "./LogFolder.ts";

/** What is written together: the canonical JSON of an operation's entries, the operation first. */
interface Texts {
  readonly texts: readonly string[];
}

/** Number and hash of the first line that was written for it. */
interface Written<T> {
  readonly of: T;
  readonly line: number;
  readonly hash: string;
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
  static async create(folder: LogFolder, name: string, opening: SegmentEntry): Promise<Segment> {
    const file = await folder.create(name);
    const segment = new Segment(name, file, chainStart(folder.instance, name));
    try {
      await segment.commit([{ texts: [canonicalJson(opening)] }]);
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
    const lines: string[] = [];
    let { last } = this.#position;
    const add = (text: string) => {
      const line = this.#position.lines + lines.length;
      const written = lineText(text, line, last);
      lines.push(written);
      last = hashOf(written);
      return { line, hash: last };
    };
    const written = operations.map((of) => ({ of, ...firstOf(of.texts.map(add)) }));
    add(commitText);
    await this.#write(Buffer.from(`${lines.join("\n")}\n`), lines.length, last);
    return written;
  }

  async #write(bytes: Buffer, lines: number, last: string): Promise<void> {
    const taken = await this.#file.write(bytes);
    if (taken !== bytes.length) throw new Error(`The system took ${taken} of ${bytes.length} bytes.`);
    await this.#file.sync();
    this.#position = { bytes: this.#position.bytes + bytes.length, lines: this.#position.lines + lines, last };
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** Closes after a fault: a further error tells nothing new. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => {});
  }
}

function firstOf<T>([first]: readonly T[]): T {
  if (first === undefined) throw new RangeError("An operation has one line at least.");
  return first;
}

import {
  commitText,
  hashOf,
  isLeaf,
  type LogEntry,
  lineHead,
  lineText,
  logLine,
  type SegmentEntry,
  type SegmentState,
} from "./accessLogFormat.ts";
import { canonicalJson } from "./canonicalJson.ts";

/** A place behind a commit in a segment: where reading goes on. */
export interface ChainPosition {
  /** Offset in the file. */
  readonly bytes: number;
  /** Lines before it, which is the number that the next line carries. */
  readonly lines: number;
  /** Hash that the next line carries as `prev`. */
  readonly last: string;
  /** Leaves of the shard's tree before it: the index of the next one. Not known (0) before a segment's first line. */
  readonly leaves: number;
}

/** A line that carries the right number and the hash of its predecessor. */
export interface ChainedLine {
  readonly entry: LogEntry;
  readonly n: number;
  readonly hash: string;
  /** Index in the shard's tree; null for a segment's first line. */
  readonly leaf: number | null;
  /** The entry's text: the leaf's bytes. */
  readonly text: string;
}

/** What verified reading found. */
export interface ChainReading {
  /** Committed lines, without the commits themselves. */
  readonly lines: readonly ChainedLine[];
  /** Behind the last commit. */
  readonly position: ChainPosition;
  /** Number of the first line that does not verify; null for none. */
  readonly brokenLine: number | null;
  /** Whether something that does verify, as far as it goes, stands behind the last commit: a write under way or interrupted. */
  readonly torn: boolean;
}

/**
 * Where a segment begins. Its name is bound into the chain, so that a segment passes for no other.
 *
 * @param shard `<instance>/<shard>`
 */
export function chainStart(shard: string, file: string): ChainPosition {
  return { bytes: 0, lines: 0, last: hashOf(`${shard}/${file}`), leaves: 0 };
}

/**
 * Reads and verifies lines. Pure.
 *
 * @param bytes the segment from `from` on, to its end or to anywhere before it
 */
export function readChain(bytes: Uint8Array, from: ChainPosition): ChainReading {
  const lines: ChainedLine[] = [];
  let group: ChainedLine[] = [];
  let committed = from;
  let position = from;
  for (;;) {
    const begin = position.bytes - from.bytes;
    const end = bytes.indexOf(0x0a, begin);
    if (end === -1) {
      const torn = committed.bytes - from.bytes < bytes.length;
      return { lines, position: committed, brokenLine: null, torn };
    }
    const line = chainedLine(bytes.subarray(begin, end), position);
    if (line === null) return { lines, position: committed, brokenLine: position.lines, torn: false };
    position = {
      bytes: from.bytes + end + 1,
      lines: position.lines + 1,
      last: line.hash,
      leaves: leavesBehind(line.entry, position.leaves),
    };
    if (line.entry.type === "commit") {
      for (const each of group) lines.push(each);
      group = [];
      committed = position;
    } else group.push(line);
  }
}

/** The line's entry and hash; null where it does not verify at this place. */
function chainedLine(bytes: Uint8Array, { lines: n, last: prev, leaves }: ChainPosition): ChainedLine | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  const parsed = logLine.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { entry } = parsed.data;
  if (parsed.data.n !== n || parsed.data.prev !== prev) return null;
  if ((entry.type === "segment") !== (n === 0)) return null;
  // Nothing after the last commit attests it, so it must be exactly what a commit is here.
  const written = entry.type === "commit" ? commitText : text.slice(lineHead.length, text.lastIndexOf(',"n":'));
  if (text !== lineText(written, n, prev)) return null;
  return { entry, n, hash: hashOf(bytes), leaf: isLeaf(entry) ? leaves : null, text: written };
}

function leavesBehind(entry: LogEntry, leaves: number): number {
  return entry.type === "segment" ? entry.treeSize : leaves + (isLeaf(entry) ? 1 : 0);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * State of a segment that is written no more.
 *
 * @param position behind its last commit
 * @param rest all bytes behind that
 */
export function stateOf(file: string, position: ChainPosition, rest: Uint8Array): SegmentState {
  const torn = rest.length === 0 ? null : { bytes: rest.length, hash: hashOf(rest) };
  return { file, lines: position.lines, last: position.last, torn };
}

/**
 * Whether a segment's first line names its predecessors exactly as they are now, with nothing lost that had a receipt.
 *
 * @param leaves behind the last of them
 */
export function continues(opening: SegmentEntry, predecessors: readonly SegmentState[], leaves: number): boolean {
  const named = opening.follows.map(({ acknowledged: _acknowledged, cut: _cut, ...state }) => state);
  const kept = opening.follows.every(({ acknowledged, lines }) => acknowledged === null || acknowledged <= lines);
  return kept && opening.treeSize === leaves && canonicalJson(named) === canonicalJson(predecessors);
}

import { chainStart, readChain, stateOf } from "../../schema/accessLogChain.ts";
import { type LogEntry, type SegmentState, segmentsInOrder } from "../../schema/accessLogFormat.ts";
import type { LogFolder } from "./LogFolder.ts";

/** How an instance of the log ends. */
export interface LogTail {
  /** Newest segment; null before the first. */
  readonly newest: string | null;
  /** The newest segment that has a committed line, and the empty ones after it, in order. */
  readonly states: readonly SegmentState[];
  /** Clock of the log at its latest committed entry, milliseconds since 1970; null where it has none. */
  readonly latest: number | null;
}

/** Reads the end of an instance and verifies it: everything that does not verify is set aside as torn. */
export async function inspectTail(folder: LogFolder): Promise<LogTail> {
  const names = segmentsInOrder(await folder.list());
  const states: SegmentState[] = [];
  for (const name of names.toReversed()) {
    const bytes = await folder.read(name);
    const { lines, position } = readChain(bytes, chainStart(folder.instance, name));
    states.unshift(stateOf(name, position, bytes.subarray(position.bytes)));
    const latest = lines.findLast(({ entry }) => instantOf(entry) !== null);
    if (latest !== undefined) return { newest: names.at(-1) ?? null, states, latest: instantOf(latest.entry) };
  }
  return { newest: names.at(-1) ?? null, states, latest: null };
}

function instantOf(entry: LogEntry): number | null {
  if (entry.type === "operation") return Date.parse(entry.recordedAt);
  return entry.type === "segment" ? Date.parse(entry.openedAt) : null;
}

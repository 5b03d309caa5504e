import { chainStart, readChain, stateOf } from "../../schema/accessLogChain.ts";
import type { LogEntry, SegmentState } from "../../schema/accessLogFormat.ts";
import { logFilesInOrder } from "../../schema/accessLogNames.ts";
import type { ShardFolder } from "./LogFolder.ts";

/** How the journal of a shard ends. */
export interface LogTail {
  /** Newest segment; null before the first. */
  readonly newest: string | null;
  /** The newest segment that has a committed line, and the empty ones after it, in order. */
  readonly states: readonly SegmentState[];
  /** Clock of the log at its latest committed entry, milliseconds since 1970; null where it has none. */
  readonly latest: number | null;
  /** Leaves of the shard's tree up to the last commit. */
  readonly leaves: number;
}

/** Reads the end of a journal and verifies it: everything that does not verify is set aside as torn. */
export async function inspectTail(folder: ShardFolder): Promise<LogTail> {
  const names = logFilesInOrder("journal", await folder.list());
  const states: SegmentState[] = [];
  for (const name of names.toReversed()) {
    const bytes = await folder.read(name);
    const { lines, position } = readChain(bytes, chainStart(folder.name, name));
    states.unshift(stateOf(name, position, bytes.subarray(position.bytes)));
    const latest = lines.findLast(({ entry }) => instantOf(entry) !== null);
    if (latest !== undefined) {
      return { newest: names.at(-1) ?? null, states, latest: instantOf(latest.entry), leaves: position.leaves };
    }
  }
  return { newest: names.at(-1) ?? null, states, latest: null, leaves: 0 };
}

function instantOf(entry: LogEntry): number | null {
  if ("recordedAt" in entry) return Date.parse(entry.recordedAt);
  return entry.type === "segment" ? Date.parse(entry.openedAt) : null;
}

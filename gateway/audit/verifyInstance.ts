import { chainStart, continues, readChain, stateOf } from "../../schema/accessLogChain.ts";
import type { LogEntry, SegmentState } from "../../schema/accessLogFormat.ts";
import { type LoggedOperation, loggedOperations } from "../../schema/accessLogOperations.ts";

/** What is wrong with a log, by closed codes. */
export interface LogFault {
  /** Segment, as `<instance>/<file>`. */
  readonly segment: string;
  /** Number of the line; null where no line is to blame. */
  readonly line: number | null;
  /**
   * - LINE_BROKEN: a line was altered, or one before it is missing
   * - OPERATION_INCOMPLETE: the data subjects of an operation are not all there
   * - PREDECESSOR_DIFFERS: the segments before are not what this one says it found, or lack lines that had a receipt
   * - TAIL_TORN: an interrupted write at the end of the log, which no later segment names
   */
  readonly code: "LINE_BROKEN" | "OPERATION_INCOMPLETE" | "PREDECESSOR_DIFFERS" | "TAIL_TORN";
}

/** A verified instance of the log. */
export interface VerifiedInstance {
  readonly operations: readonly LoggedOperation[];
  readonly faults: readonly LogFault[];
  /** Interrupted writes that a later segment names: nothing in them was ever acknowledged. */
  readonly torn: readonly SegmentState[];
}

/**
 * Verifies all segments of one instance. Pure.
 *
 * @param segments in the order in which they were written
 */
export function verifyInstance(
  instance: string,
  segments: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): VerifiedInstance {
  const operations: LoggedOperation[] = [];
  const faults: LogFault[] = [];
  const torn: SegmentState[] = [];
  let predecessors: SegmentState[] = [];
  for (const { name, bytes } of segments) {
    const blame = (code: LogFault["code"], line: number | null) => {
      faults.push({ segment: `${instance}/${name}`, line, code });
    };
    const { lines, position, brokenLine } = readChain(bytes, chainStart(instance, name));
    if (brokenLine !== null) blame("LINE_BROKEN", brokenLine);
    const opening: LogEntry | undefined = lines[0]?.entry;
    if (opening?.type === "segment") {
      if (!continues(opening, predecessors)) blame("PREDECESSOR_DIFFERS", 0);
      torn.push(...predecessors.filter((state) => state.torn !== null));
      predecessors = [];
    }
    predecessors.push(stateOf(name, position, bytes.subarray(position.bytes)));
    const read = loggedOperations(lines);
    if (read.brokenLine !== null) blame("OPERATION_INCOMPLETE", read.brokenLine);
    operations.push(...read.operations);
  }
  const open = predecessors.filter((state) => state.torn !== null);
  for (const { file } of open) faults.push({ segment: `${instance}/${file}`, line: null, code: "TAIL_TORN" });
  return { operations, faults, torn };
}

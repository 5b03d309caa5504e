import { chainStart, continues, readChain, stateOf } from "../../schema/accessLogChain.ts";
import type { LogEntry, SegmentState } from "../../schema/accessLogFormat.ts";
import { readKeys } from "../../schema/accessLogKeys.ts";
import { logFilesInOrder } from "../../schema/accessLogNames.ts";
import { type LoggedLines, loggedOperations } from "../../schema/accessLogOperations.ts";
import type { LogFault, LogFaultCode } from "./LogFault.ts";
import { References } from "./References.ts";

/** The files of a shard. */
export interface ShardFiles {
  /** `<instance>/<shard>`. */
  readonly name: string;
  readonly files: readonly string[];
  read(file: string): Uint8Array;
}

/** A verified shard. */
export interface VerifiedShard {
  readonly faults: readonly LogFault[];
  /** Interrupted writes that a later segment names: nothing in them was ever acknowledged. */
  readonly torn: readonly SegmentState[];
  /** Leaves of the shard's tree. */
  readonly leaves: number;
}

/**
 * Verifies journal and key table of a shard by its files alone, one after the other.
 *
 * @param visit is given what stands in each segment, as far as it verifies
 */
export function verifyShard(
  { name, files, read }: ShardFiles,
  visit: (lines: LoggedLines) => void = () => {},
): VerifiedShard {
  const faults: LogFault[] = [];
  const blame = (file: string, code: LogFaultCode, line: number | null) => {
    faults.push({ file: `${name}/${file}`, line, code });
  };
  const references = new References();
  const torn: SegmentState[] = [];
  let predecessors: SegmentState[] = [];
  let leaves = 0;
  for (const file of logFilesInOrder("journal", files)) {
    const bytes = read(file);
    const { lines, position, brokenLine } = readChain(bytes, chainStart(name, file));
    if (brokenLine !== null) blame(file, "LINE_BROKEN", brokenLine);
    const opening: LogEntry | undefined = lines[0]?.entry;
    if (opening?.type === "segment") {
      if (!continues(opening, predecessors, leaves)) blame(file, "PREDECESSOR_DIFFERS", 0);
      torn.push(...predecessors.filter((state) => state.torn !== null));
      predecessors = [];
      leaves = position.leaves;
    }
    predecessors.push(stateOf(file, position, bytes.subarray(position.bytes)));
    const logged = loggedOperations(lines);
    if (logged.brokenLine !== null) blame(file, "OPERATION_INCOMPLETE", logged.brokenLine);
    for (const line of references.linesWithoutDecision(logged)) blame(file, "DECISION_MISSING", line);
    visit(logged);
  }
  for (const { file } of predecessors.filter((state) => state.torn !== null)) blame(file, "TAIL_TORN", null);
  for (const file of logFilesInOrder("keys", files)) {
    const { rows, brokenLines } = readKeys(read(file));
    for (const line of brokenLines) blame(file, "KEY_BROKEN", line);
    for (const { token } of rows) references.explain(token);
  }
  if (references.unexplained > 0) blame("keys", "KEY_MISSING", null);
  return { faults, torn, leaves };
}

import { chainStart, continues, readChain, stateOf } from "../../schema/accessLogChain.ts";
import type { LogEntry, SegmentState } from "../../schema/accessLogFormat.ts";
import { readKeys } from "../../schema/accessLogKeys.ts";
import { logFilesInOrder, parseLogFileName } from "../../schema/accessLogNames.ts";
import { type LoggedLines, loggedOperations } from "../../schema/accessLogOperations.ts";
import { ExpectedTree } from "./ExpectedTree.ts";
import type { LogFault, LogFaultCode } from "./LogFault.ts";
import { References } from "./References.ts";
import { treeFaults } from "./treeFaults.ts";

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
  /** Entries of the journal. */
  readonly leaves: number;
  /** Tokens that no row explains, and no erasure in the shard: one of a later year may. */
  readonly unexplained: ReadonlySet<string>;
  /** Size of the checkpoint: entries that the tree has; 0 for none. */
  readonly checkpoint: number;
}

/**
 * Verifies a shard by its files alone, one after the other: journal, key table and tree.
 *
 * @param publicKey 32 bytes, Ed25519, of the log; null: no signature is looked at, and there may be no tree
 * @param visit is given what stands in each segment, as far as it verifies
 */
export function verifyShard(
  { name, files, read }: ShardFiles,
  visit: (lines: LoggedLines) => void = () => {},
  publicKey: Buffer | null = null,
): VerifiedShard {
  const faults: LogFault[] = [];
  const blame = (file: string, code: LogFaultCode, line: number | null) => {
    faults.push({ file: `${name}/${file}`, line, code });
  };
  const ofTree = files.filter((file) => !isOfJournal(file));
  const expected = new ExpectedTree(files.includes("checkpoint") ? read("checkpoint") : null);
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
    for (const { leaf, text } of lines) if (leaf !== null) expected.add(text);
    visit(logged);
  }
  for (const { file } of predecessors.filter((state) => state.torn !== null)) blame(file, "TAIL_TORN", null);
  for (const file of logFilesInOrder("keys", files)) {
    const { rows, brokenLines } = readKeys(read(file));
    for (const line of brokenLines) blame(file, "KEY_BROKEN", line);
    for (const { token } of rows) references.explain(token);
  }
  const unexplained = references.unexplained.difference(references.erased);
  if (unexplained.size > 0) blame("keys", "KEY_MISSING", null);
  const hasTree = ofTree.length > 0 || (publicKey !== null && leaves > 0);
  if (hasTree) faults.push(...treeFaults(name, expected, ofTree, read, publicKey));
  return { faults, torn, leaves, checkpoint: expected.size, unexplained };
}

function isOfJournal(file: string): boolean {
  return parseLogFileName("journal", file) !== null || parseLogFileName("keys", file) !== null;
}

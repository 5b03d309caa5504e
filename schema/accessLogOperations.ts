import type { ChainedLine } from "./accessLogChain.ts";
import type {
  DecisionEntry,
  ErasureEntry,
  IdentificationEntry,
  OperationEntry,
  SubjectEntry,
} from "./accessLogFormat.ts";

/** An operation with all its data subjects, as read from committed lines. */
export interface LoggedOperation {
  readonly operation: OperationEntry;
  /** Number of the operation's line in its segment. */
  readonly line: number;
  /** Index of the operation's entry in the shard's tree. */
  readonly leaf: number;
  readonly subjects: readonly SubjectEntry[];
}

/** An entry that stands by itself. */
export interface LoggedEntry<E> {
  readonly entry: E;
  readonly line: number;
  readonly leaf: number;
}

/** What committed lines say. */
export interface LoggedLines {
  readonly decisions: readonly LoggedEntry<DecisionEntry>[];
  readonly operations: readonly LoggedOperation[];
  readonly identifications: readonly LoggedEntry<IdentificationEntry>[];
  readonly erasures: readonly LoggedEntry<ErasureEntry>[];
  /** Number of the first line that belongs to no operation, or to one that is not whole; null for none. */
  readonly brokenLine: number | null;
}

/** Puts committed lines together to operations, up to the first that does not fit. Pure. */
export function loggedOperations(lines: readonly ChainedLine[]): LoggedLines {
  const decisions: LoggedEntry<DecisionEntry>[] = [];
  const operations: LoggedOperation[] = [];
  const identifications: LoggedEntry<IdentificationEntry>[] = [];
  const erasures: LoggedEntry<ErasureEntry>[] = [];
  let brokenLine: number | null = null;
  for (let next = 0; next < lines.length && brokenLine === null; next += 1) {
    const { entry, n: line, leaf: index } = lines[next] as ChainedLine;
    const leaf = index ?? 0;
    if (entry.type === "decision") decisions.push({ entry, line, leaf });
    else if (entry.type === "identification") identifications.push({ entry, line, leaf });
    else if (entry.type === "erasure") erasures.push({ entry, line, leaf });
    else if (entry.type === "operation") {
      const subjects = subjectsOf(entry, lines.slice(next + 1, next + 1 + entry.subjects));
      if (subjects === null) brokenLine = line;
      else operations.push({ operation: entry, line, leaf, subjects });
      next += entry.subjects;
    } else if (entry.type !== "segment") brokenLine = line;
  }
  return { decisions, operations, identifications, erasures, brokenLine };
}

/** Null where they are not all there. */
function subjectsOf(operation: OperationEntry, lines: readonly ChainedLine[]): readonly SubjectEntry[] | null {
  const subjects = lines.flatMap(({ entry }) =>
    entry.type === "subject" && entry.operation === operation.id ? [entry] : [],
  );
  return subjects.length === operation.subjects ? subjects : null;
}

import type { ChainedLine } from "./accessLogChain.ts";
import type { OperationEntry, SubjectEntry } from "./accessLogFormat.ts";

/** An operation with all its data subjects, as read from committed lines. */
export interface LoggedOperation {
  readonly operation: OperationEntry;
  /** Number of the operation's line in its segment. */
  readonly line: number;
  readonly subjects: readonly SubjectEntry[];
}

/**
 * Puts committed lines together to operations. Pure.
 *
 * @returns the whole operations up to the first line that belongs to none, and that line's number; null for none
 */
export function loggedOperations(lines: readonly ChainedLine[]): {
  readonly operations: readonly LoggedOperation[];
  readonly brokenLine: number | null;
} {
  const operations: LoggedOperation[] = [];
  let next = 0;
  for (;;) {
    const first = lines[next];
    if (first === undefined) return { operations, brokenLine: null };
    next += 1;
    if (first.entry.type === "segment") continue;
    if (first.entry.type !== "operation") return { operations, brokenLine: first.n };
    const operation = first.entry;
    const subjects = lines
      .slice(next, next + operation.subjects)
      .flatMap(({ entry }) => (entry.type === "subject" && belongs(entry, operation) ? [entry] : []));
    if (subjects.length !== operation.subjects) return { operations, brokenLine: first.n };
    operations.push({ operation, line: first.n, subjects });
    next += subjects.length;
  }
}

function belongs(subject: SubjectEntry, operation: OperationEntry): boolean {
  return subject.operation === operation.id && subject.coordinates.every((each) => each < operation.rules.length);
}

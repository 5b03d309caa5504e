import type { OperationEntry, SubjectEntry } from "../../schema/accessLogFormat.ts";
import type { AccessEntry } from "./AccessEntry.ts";

/** One access as the log has it: its operation and one entry a data subject. */
export interface LogEntries {
  readonly operation: OperationEntry;
  readonly subjects: readonly SubjectEntry[];
}

/**
 * Puts an access into the log's terms. Pure. A coordinate that was disclosed although no rule is named for it is written
 * with an empty list of rules: the log says what happened.
 *
 * @param recordedAt clock of the log, RFC 3339 UTC
 * @throws RangeError when `at` is no instant
 */
export function logEntries(entry: AccessEntry, recordedAt: string): LogEntries {
  const disclosed = entry.subjects.flatMap(({ coordinates }) => coordinates);
  const coordinates = [...new Set([...Object.keys(entry.rules), ...disclosed])].sort();
  const { rules, subjects, at, ...same } = entry;
  return {
    operation: {
      v: 1,
      type: "operation",
      ...same,
      at: new Date(at).toISOString(),
      recordedAt,
      rules: coordinates.map((coordinate) => ({ coordinate, rules: rules[coordinate] ?? [] })),
      subjects: subjects.length,
    },
    subjects: subjects.map((subject) => ({
      v: 1,
      type: "subject",
      operation: entry.id,
      personRef: subject.personRef,
      coordinates: positionsOf(new Set(subject.coordinates), coordinates),
    })),
  };
}

function positionsOf(disclosed: ReadonlySet<string>, coordinates: readonly string[]): readonly number[] {
  return [...coordinates.keys()].filter((position) => disclosed.has(coordinates[position] ?? ""));
}

import type { OperationEntry, SubjectEntry } from "../../schema/accessLogFormat.ts";
import type { KeyKind } from "../../schema/accessLogKeys.ts";
import type { AccessEntry, AccessSubject } from "./AccessEntry.ts";
import type { LoggedDecision } from "./LoggedDecision.ts";

/** Gives the shard's token for a value. */
export type Tokens = (kind: KeyKind, value: string) => string;

/** One access as the log has it. */
export interface LogEntries {
  readonly operation: OperationEntry;
  readonly subjects: readonly SubjectEntry[];
}

const none: readonly number[] = [];

/** Facts in one entry: with ids and tags as they are made, all of them stay far below the bytes of a line. */
const factsMax = 200;

/**
 * Puts an access into the log's terms: in the place of what names a data subject stands a token.
 *
 * @param count requests that it stands for
 * @param recordedAt clock of the log, RFC 3339 UTC
 * @throws RangeError when `at` is no instant, a coordinate was disclosed that the decision does not allow, or a fact has no version
 */
export function logEntries(entry: AccessEntry, count: number, recordedAt: string, tokens: Tokens): LogEntries {
  const { asSubject, caseRef, askedCases, reason, decision, subjects, at, withheld, ...same } = entry;
  const own = asSubject === null ? null : `SUBJECT:${tokens("person", asSubject)}`;
  const lines = subjects.flatMap((subject) => subjectEntries(entry.id, subject, decision, tokens));
  return {
    operation: {
      v: 1,
      type: "operation",
      ...same,
      count,
      at: new Date(at).toISOString(),
      recordedAt,
      actor: own ?? entry.actor,
      responsiblePerson: own ?? entry.responsiblePerson,
      recipient: entry.outcome === "ANSWERED" ? (own ?? entry.office) : null,
      case: caseRef === null ? null : tokens("case", caseRef),
      askedCases: [...new Set(askedCases)].map((each) => tokens("case", each)),
      reason: reason === null ? null : tokens("reason", reason),
      decision: decision?.id ?? null,
      withheld: decision?.withheldPositionsOf(withheld) ?? [],
      subjects: lines.length,
    },
    subjects: lines,
  };
}

/** Coordinates and the first facts in one entry, further facts in further ones. */
function subjectEntries(
  operation: string,
  { personRef, disclosed, withheld, facts }: AccessSubject,
  decision: LoggedDecision | null,
  tokens: Tokens,
): readonly SubjectEntry[] {
  const positionsOf = (coordinates: Iterable<string>) => decision?.positionsOf(coordinates) ?? none;
  const subject = personRef === null ? null : tokens("person", personRef);
  const versions = facts.map(({ id, version, tag, disclosed: from }): SubjectEntry["facts"][number] => {
    if (!Number.isSafeInteger(version) || version < 1) throw new RangeError("A version of a fact has no number.");
    return [id, version, tag, positionsOf(from)];
  });
  const parts = Math.max(1, Math.ceil(versions.length / factsMax));
  // Members in the order of canonical JSON: see `subjectText`.
  return Array.from({ length: parts }, (_, part) => ({
    disclosed: part === 0 ? positionsOf(disclosed) : none,
    facts: versions.slice(part * factsMax, (part + 1) * factsMax),
    operation,
    subject,
    type: "subject",
    v: 1,
    withheld: part === 0 ? positionsOf(withheld) : none,
  }));
}

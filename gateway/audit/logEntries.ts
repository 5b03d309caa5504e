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
  const { asSubject, caseRef, askedCases, reason, decision } = entry;
  const own = asSubject === null ? null : `SUBJECT:${tokens("person", asSubject)}`;
  const lines = entry.subjects.flatMap((subject) => subjectEntries(entry.id, subject, decision, tokens));
  return {
    // Members in the order of canonical JSON: see `plainText`.
    operation: {
      actor: own ?? entry.actor,
      askedCases: [...new Set(askedCases)].map((each) => tokens("case", each)),
      at: new Date(entry.at).toISOString(),
      case: caseRef === null ? null : tokens("case", caseRef),
      catalogueVersion: entry.catalogueVersion,
      count,
      decision: decision?.id ?? null,
      document: entry.document,
      id: entry.id,
      kinds: entry.kinds,
      office: entry.office,
      operationHash: entry.operationHash,
      operationName: entry.operationName,
      outcome: entry.outcome,
      policyVersion: entry.policyVersion,
      purpose: entry.purpose,
      purposeCode: entry.purposeCode,
      questionDate: entry.questionDate,
      reason: reason === null ? null : tokens("reason", reason),
      recipient: entry.outcome === "ANSWERED" ? (own ?? entry.office) : null,
      recordedAt,
      refusalCode: entry.refusalCode,
      responsiblePerson: own ?? entry.responsiblePerson,
      role: entry.role,
      subjects: lines.length,
      trace: entry.trace,
      type: "operation",
      v: 1,
      withheld: decision?.withheldPositionsOf(entry.withheld) ?? none,
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
  // Members in the order of canonical JSON: see `plainText`.
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

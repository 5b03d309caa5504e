import type { OperationEntry, SubjectEntry } from "../../schema/accessLogFormat.ts";
import type { KeyKind } from "../../schema/accessLogKeys.ts";
import { schedule } from "../../schema/accessLogNames.ts";
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

/** Bytes of facts in one entry: what else stands in it stays far below the rest of a line. */
const factsBytesMax = 48_000;

/** Bytes of a fact at the most beside its id and tag, and of each position. */
const factBytes = 40;
const positionBytes = 5;

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
      incidents: entry.incidents,
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
      recipient: entry.outcome === "ANSWERED" && entry.role !== schedule ? (own ?? entry.office) : null,
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
  // Members in the order of canonical JSON: see `plainText`.
  return partsOf(versions).map((part, number) => ({
    disclosed: number === 0 ? positionsOf(disclosed) : none,
    facts: part,
    operation,
    subject,
    type: "subject",
    v: 1,
    withheld: number === 0 ? positionsOf(withheld) : none,
  }));
}

/** Facts in their order, so many together as an entry holds; one part without any where there are none. */
function partsOf(facts: SubjectEntry["facts"]): readonly SubjectEntry["facts"][] {
  const parts: SubjectEntry["facts"][number][][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const fact of facts) {
    const [id, , tag, positions] = fact;
    const own = factBytes + Buffer.byteLength(id) + tag.length + positionBytes * positions.length;
    if (bytes + own > factsBytesMax) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(fact);
    bytes += own;
  }
  return parts.length === 0 ? [[]] : parts;
}

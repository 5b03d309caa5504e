import type { DecisionEntry, OperationEntry, SubjectEntry } from "../accessLogFormat.ts";

/** A data subject of a record, as it is told elsewhere. */
export interface ExportedSubject {
  /** Null for what concerns no single person, and where the row of the key table is erased or not told. */
  readonly personRef: string | null;
  readonly disclosed: readonly { readonly coordinate: string; readonly rules: readonly string[] }[];
  readonly withheld: readonly string[];
  readonly facts: readonly {
    readonly fact: string;
    readonly version: number;
    readonly tag: string;
    readonly coordinates: readonly string[];
  }[];
}

/** An access as it is told elsewhere: names of fields, never values. */
export interface ExportedRecord
  extends Omit<OperationEntry, "v" | "type" | "case" | "askedCases" | "decision" | "withheld" | "subjects"> {
  /** `sichtfeld/<instance>/<shard>`, and the place of the operation's entry there. */
  readonly origin: string;
  readonly index: number;
  /** Null where none was stated, or its row is erased. */
  readonly caseRef: string | null;
  /** Null for each whose row is erased. */
  readonly askedCases: readonly (string | null)[];
  readonly withheld: DecisionEntry["withheld"];
  readonly tested: readonly string[];
  readonly subjects: readonly ExportedSubject[];
}

/** The entries that a record is made of. */
export interface RecordEntries {
  readonly origin: string;
  readonly index: number;
  readonly operation: OperationEntry;
  readonly decision: DecisionEntry | null;
  readonly subjects: readonly SubjectEntry[];
}

/** @param named what a token stands for; undefined where nobody tells */
export function exportedRecord(
  { origin, index, operation, decision, subjects }: RecordEntries,
  named: (token: string) => string | undefined,
): ExportedRecord {
  const {
    v: _v,
    type: _type,
    case: caseToken,
    askedCases,
    reason,
    decision: _id,
    withheld,
    subjects: _n,
    ...same
  } = operation;
  const nameOf = (token: string | null) => (token === null ? null : (named(token) ?? null));
  const allowed = (positions: readonly number[]) => positions.flatMap((each) => decision?.allowed[each] ?? []);
  const coordinates = (positions: readonly number[]) => allowed(positions).map(({ coordinate }) => coordinate);
  return {
    ...same,
    origin,
    index,
    caseRef: nameOf(caseToken),
    askedCases: askedCases.map(nameOf),
    reason: nameOf(reason),
    withheld: withheld.flatMap((each) => decision?.withheld[each] ?? []),
    tested: decision?.tested ?? [],
    subjects: subjects.map((subject) => ({
      personRef: nameOf(subject.subject),
      disclosed: allowed(subject.disclosed),
      withheld: coordinates(subject.withheld),
      facts: subject.facts.map(([fact, version, tag, from]) => ({
        fact,
        version,
        tag,
        coordinates: coordinates(from),
      })),
    })),
  };
}

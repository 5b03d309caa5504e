import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { GrantView } from "../shell/grantView.ts";
import { operation, subject } from "./tables.ts";
import { subjectVisible } from "./visibility.ts";

/** `AccessRecordFilter` of the contract: null and absent mean any. */
export interface AccessRecordFilter {
  readonly personRef?: string | null;
  readonly actor?: string | null;
  readonly office?: string | null;
  readonly purpose?: string | null;
  readonly caseRef?: string | null;
  readonly coordinate?: string | null;
  readonly outcome?: "ANSWERED" | "ATTEMPTED" | "REFUSED" | null;
  readonly refusalCode?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** The filter as a condition on operations; undefined where nothing is set. */
export function matching(
  { personRef, coordinate, from, to, ...same }: AccessRecordFilter,
  grant: GrantView,
): SQL | undefined {
  const equal = (["actor", "office", "purpose", "caseRef", "outcome", "refusalCode"] as const).flatMap((name) => {
    const wanted = same[name] ?? null;
    return wanted === null ? [] : [eq(operation[name], wanted)];
  });
  return and(
    ...equal,
    isSet(from) ? gte(operation.at, from) : undefined,
    isSet(to) ? lt(operation.at, to) : undefined,
    disclosed(personRef ?? null, coordinate ?? null, grant),
  );
}

/** Person and field go together: the record of an operation that disclosed this field of this person. */
function disclosed(personRef: string | null, coordinate: string | null, grant: GrantView): SQL | undefined {
  if (personRef === null && coordinate === null) return undefined;
  const ofPerson = personRef === null ? undefined : sql`s.person_ref = ${personRef}`;
  const ofField =
    coordinate === null
      ? undefined
      : sql`array_position(${operation.coordinates}, ${coordinate}) - 1 = ANY (s.positions)`;
  const exists = sql`EXISTS (SELECT 1 FROM ${subject} AS s WHERE s.operation_id = ${operation.id} AND ${and(ofPerson, ofField, subjectVisible(grant, sql`s.person_ref`))})`;
  return coordinate === null ? exists : and(sql`${operation.coordinates} @> ARRAY[${coordinate}]::text[]`, exists);
}

function isSet<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { KeyKind } from "../../schema/accessLogKeys.ts";
import type { GrantView } from "../shell/grantView.ts";
import { decision, keyRow, operation, subject } from "./tables.ts";
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
  { personRef, caseRef, coordinate, from, to, ...same }: AccessRecordFilter,
  grant: GrantView,
): SQL | undefined {
  const equal = (["actor", "office", "purpose", "outcome", "refusalCode"] as const).flatMap((name) => {
    const wanted = same[name] ?? null;
    return wanted === null ? [] : [eq(operation[name], wanted)];
  });
  return and(
    ...equal,
    isSet(caseRef) ? sql`${operation.caseToken} IN ${tokensOf("case", caseRef)}` : undefined,
    isSet(from) ? gte(operation.at, from) : undefined,
    isSet(to) ? lt(operation.at, to) : undefined,
    disclosed(personRef ?? null, coordinate ?? null, grant),
  );
}

/** Person and field go together: the record of an operation that disclosed this field of this person. */
function disclosed(personRef: string | null, coordinate: string | null, grant: GrantView): SQL | undefined {
  if (personRef === null && coordinate === null) return undefined;
  const ofPerson = personRef === null ? undefined : sql`s.token IN ${tokensOf("person", personRef)}`;
  const ofField =
    coordinate === null
      ? undefined
      : sql`(SELECT array_position(d.coordinates, ${coordinate}) - 1 FROM ${decision} AS d WHERE d.id = ${operation.decisionId}) = ANY (s.positions)`;
  const exists = sql`EXISTS (SELECT 1 FROM ${subject} AS s LEFT JOIN ${keyRow} AS k ON k.token = s.token
    WHERE s.operation_id = ${operation.id} AND ${and(ofPerson, ofField, subjectVisible(grant, sql`k.value`))})`;
  if (coordinate === null) return exists;
  const allowing = sql`${operation.decisionId} IN (SELECT d.id FROM ${decision} AS d WHERE d.coordinates @> ARRAY[${coordinate}]::text[])`;
  return and(allowing, exists);
}

/** The tokens of a value, one for each shard that names it. */
function tokensOf(kind: KeyKind, value: string): SQL {
  return sql`(SELECT t.token FROM ${keyRow} AS t WHERE t.kind = ${kind} AND t.value = ${value})`;
}

function isSet<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

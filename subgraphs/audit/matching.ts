import { and, eq, gte, lt, type SQL, type SQLWrapper, sql } from "drizzle-orm";
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
  readonly tested?: string | null;
  readonly outcome?: "ANSWERED" | "ATTEMPTED" | "REFUSED" | null;
  readonly refusalCode?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/**
 * The filter as a condition on operations; undefined where nothing is set. What names a person, a case or a coordinate is
 * looked up first, as an array: then the operations of a person who is rarely asked for are never looked for among all.
 */
export function matching(
  { personRef, caseRef, coordinate, tested, from, to, ...same }: AccessRecordFilter,
  grant: GrantView,
): SQL | undefined {
  const equal = (["actor", "office", "purpose", "outcome", "refusalCode"] as const).flatMap((name) => {
    const wanted = same[name] ?? null;
    return wanted === null ? [] : [eq(operation[name], wanted)];
  });
  return and(
    ...equal,
    isSet(caseRef) ? sql`${operation.caseToken} = ANY (${tokensOf("case", caseRef)})` : undefined,
    isSet(tested) ? decidedWith(decision.tested, tested) : undefined,
    isSet(from) ? gte(operation.at, from) : undefined,
    isSet(to) ? lt(operation.at, to) : undefined,
    isSet(coordinate) ? decidedWith(decision.coordinates, coordinate) : undefined,
    disclosed(personRef ?? null, coordinate ?? null, grant),
  );
}

/** Person and field go together: the record of an operation that disclosed this field of this person. */
function disclosed(personRef: string | null, coordinate: string | null, grant: GrantView): SQL | undefined {
  if (personRef === null && coordinate === null) return undefined;
  const subjects = sql`${subject} AS s LEFT JOIN ${keyRow} AS k ON k.token = s.token`;
  const ofPerson = personRef === null ? undefined : sql`s.token = ANY (${tokensOf("person", personRef)})`;
  const ofField =
    coordinate === null
      ? undefined
      : sql`(SELECT array_position(d.coordinates, ${coordinate}) - 1 FROM ${decision} AS d WHERE d.id = ${operation.decisionId}) = ANY (s.positions)`;
  const visible = subjectVisible(grant, sql`k.value`);
  const exists = sql`EXISTS (SELECT 1 FROM ${subjects} WHERE s.operation_id = ${operation.id} AND ${and(ofPerson, ofField, visible)})`;
  if (personRef === null) return exists;
  const named = sql`${operation.id} = ANY (ARRAY(SELECT s.operation_id FROM ${subjects} WHERE ${and(ofPerson, visible)}))`;
  return coordinate === null ? named : and(named, exists);
}

function decidedWith(coordinates: SQLWrapper, coordinate: string): SQL {
  return sql`${operation.decisionId} = ANY (ARRAY(SELECT ${decision.id} FROM ${decision} WHERE ${coordinates} @> ARRAY[${coordinate}]::text[]))`;
}

/** The tokens of a value, one for each shard that names it. */
function tokensOf(kind: KeyKind, value: string): SQL {
  return sql`ARRAY(SELECT t.token FROM ${keyRow} AS t WHERE t.kind = ${kind} AND t.value = ${value})`;
}

function isSet<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

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
  readonly tested?: string | null;
  readonly outcome?: "ANSWERED" | "ATTEMPTED" | "REFUSED" | null;
  readonly refusalCode?: string | null;
  readonly hasIncident?: boolean | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** What a filter asks of the index. */
export interface Matching {
  /** The whole filter as a condition on operations; undefined where nothing is set. */
  readonly condition: SQL | undefined;
  /** What of it is left for a record that is `among` those that have a value. */
  readonly beyond: SQL | undefined;
  /** The rest of it; null for nothing. */
  readonly among: Among | null;
}

/**
 * Records that have one of some values. They are looked for value by value and place by place, each by an index, because nothing tells
 * beforehand whether it is one record in ten or none in millions.
 */
export interface Among {
  /** An array of all values that can match. */
  readonly values: SQL;
  /** The places where a record can have one: conditions on operations. */
  readonly at: readonly ((value: SQL) => SQL)[];
  /** The same as one condition. */
  readonly any: SQL;
}

/** The filter in terms of the index. */
export function matching(filter: AccessRecordFilter, grant: GrantView): Matching {
  const { personRef, caseRef, coordinate, tested, hasIncident, from, to, ...same } = filter;
  const equal = (["actor", "office", "purpose", "outcome", "refusalCode"] as const).flatMap((name) => {
    const wanted = same[name] ?? null;
    return wanted === null ? [] : [eq(operation[name], wanted)];
  });
  const [among = null, ...further] = [
    isSet(caseRef) ? ofCase(caseRef) : null,
    isSet(tested) ? ofDecisions(decisionsWith(sql`d.tested`, tested)) : null,
    isSet(coordinate) ? ofDecisions(decisionsWith(sql`d.coordinates`, coordinate)) : null,
  ].filter((each) => each !== null);
  const others = [
    ...equal,
    isSet(hasIncident) ? (hasIncident ? sql`${operation.incidents} <> '{}'` : eq(operation.incidents, [])) : undefined,
    isSet(from) ? gte(operation.at, from) : undefined,
    isSet(to) ? lt(operation.at, to) : undefined,
  ];
  const toldOf = disclosed(personRef ?? null, coordinate ?? null, grant);
  return {
    condition: and(
      among?.any,
      ...further.map(({ any }) => any),
      ...others,
      !isSet(personRef) && isSet(coordinate) ? anywhereDisclosed(coordinate, grant) : toldOf,
    ),
    beyond: and(...further.map(({ any }) => any), ...others, toldOf),
    among: isSet(personRef) ? null : among,
  };
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
  // An aggregate, because PostgreSQL may hash EXISTS over all subjects for a page of twenty.
  const exists = sql`(SELECT bool_or(${and(ofPerson, ofField, visible)}) FROM ${subjects} WHERE s.operation_id = ${operation.id}) IS TRUE`;
  if (personRef === null) return exists;
  const named = sql`${operation.id} = ANY (ARRAY(SELECT s.operation_id FROM ${subjects} WHERE ${and(ofPerson, visible)}))`;
  return coordinate === null ? named : and(named, exists);
}

/** The same of a field alone, for a count of all that fit: one pass over the subjects, where asking record by record takes minutes at ten million. */
function anywhereDisclosed(coordinate: string, grant: GrantView): SQL {
  return sql`${operation.id} IN (SELECT s.operation_id
    FROM ${decision} AS d JOIN ${operation} AS o ON o.decision_id = d.id JOIN ${subject} AS s ON s.operation_id = o.id
      LEFT JOIN ${keyRow} AS k ON k.token = s.token
    WHERE d.coordinates @> ARRAY[${coordinate}]::text[] AND array_position(d.coordinates, ${coordinate}) - 1 = ANY (s.positions)
      AND ${subjectVisible(grant, sql`k.value`)})`;
}

/** The case that was stated, and those that were asked for. */
function ofCase(caseRef: string): Among {
  const values = tokensOf("case", caseRef);
  const isAsked = sql`${operation.askedCaseTokens} <> '{}'`;
  return {
    values,
    at: [
      (value) => sql`${operation.caseToken} = ${value}`,
      (value) => sql`${isAsked} AND ${operation.askedCaseTokens} @> ARRAY[${value}]`,
    ],
    any: sql`(${operation.caseToken} = ANY (${values}) OR (${isAsked} AND ${operation.askedCaseTokens} && ${values}))`,
  };
}

function ofDecisions(values: SQL): Among {
  return {
    values,
    at: [(value) => sql`${operation.decisionId} = ${value}`],
    any: sql`${operation.decisionId} = ANY (${values})`,
  };
}

function decisionsWith(coordinates: SQL, coordinate: string): SQL {
  return sql`ARRAY(SELECT d.id FROM ${decision} AS d WHERE ${coordinates} @> ARRAY[${coordinate}]::text[])`;
}

/** The tokens of a value, one for each shard that names it. */
function tokensOf(kind: KeyKind, value: string): SQL {
  return sql`ARRAY(SELECT t.token FROM ${keyRow} AS t WHERE t.kind = ${kind} AND t.value = ${value})`;
}

function isSet<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

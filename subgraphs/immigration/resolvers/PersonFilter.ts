import { eq, type SQL, sql } from "drizzle-orm";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { residenceConditions } from "../facts/residenceConditions.ts";
import { familyNameKey } from "../familyNameKey.ts";
import { person } from "../tables.ts";

/** Longest beginning of a name that is searched for, in characters. */
const prefixLengthMax = 100;

/** Input `PersonFilter` of the contract. Null is the same as absent. */
export interface PersonFilter {
  readonly competentAuthority?: string | null;
  readonly enforceable?: boolean | null;
  readonly tolerated?: boolean | null;
  readonly familyNamePrefix?: string | null;
}

/** What a list tests of a person: the condition, and the category that must be readable of that person to test it. */
export interface TestedCondition {
  readonly category: string;
  readonly condition: SQL;
}

/**
 * The conditions of a filter. A person of whom nothing is on file fits neither `enforceable: true` nor `enforceable: false`.
 *
 * @throws SubgraphError INVALID_INPUT for a prefix over the limit
 */
export function filterConditions(filter: PersonFilter, date: string): readonly TestedCondition[] {
  const { competentAuthority, enforceable, tolerated, familyNamePrefix } = filter;
  return [
    tested("COMPETENT_AUTHORITY", competentAuthority, (value) => eq(person.competentAuthority, value)),
    tested("OBLIGATION_TO_LEAVE", enforceable, (value) => sql`${residenceConditions.enforceable(date)} = ${value}`),
    tested("TOLERATION", tolerated, (value) => sql`${residenceConditions.tolerated(date)} = ${value}`),
    tested("IDENTITY", familyNamePrefix, beginsWith),
  ].flat();
}

function tested<V>(category: string, value: V | null | undefined, condition: (value: V) => SQL): TestedCondition[] {
  return value === null || value === undefined ? [] : [{ category, condition: condition(value) }];
}

function beginsWith(prefix: string): SQL {
  if (prefix.length > prefixLengthMax) {
    const limit = `A beginning of a name has at most ${prefixLengthMax} characters.`;
    throw new SubgraphError("INVALID_INPUT", limit, "filter.familyNamePrefix");
  }
  const literal = familyNameKey(prefix).replaceAll(/[\\%_]/g, "\\$&");
  return sql`${person.familyNameKey} LIKE ${`${literal}%`}`;
}

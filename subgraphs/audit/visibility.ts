import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { anyRelation, type GrantView } from "../shell/grantView.ts";
import { personPredicate } from "../shell/relationPredicate.ts";
import { keyRow, operation, subject } from "./tables.ts";

const category = "ACCESS_RECORD";

/**
 * Whether the grant lets an access record through: one that names nobody, or somebody whom the grant lets through. A record
 * tells of an operation as a whole, so a grant that hangs on a relation to one person does not reach it.
 */
export function recordVisible(grant: GrantView): SQL {
  const unbound = grant.reading(category).filter(({ when }) => when.includes(anyRelation));
  if (unbound.length === 0) return sql`FALSE`;
  if (unbound.some(({ unless }) => unless.length === 0)) return sql`TRUE`;
  // An aggregate, because PostgreSQL may hash EXISTS over all subjects for a page of twenty.
  return sql`(SELECT bool_or(${subjectVisible(grant, sql`k.value`)}) FROM ${subject} AS v
    LEFT JOIN ${keyRow} AS k ON k.token = v.token WHERE v.operation_id = ${operation.id}) IS NOT FALSE`;
}

/**
 * Whether a record shows this data subject, and can be found by it.
 *
 * @param personRef null for what concerns no single person, and for a person whose reference is erased
 */
export function subjectVisible(grant: GrantView, personRef: SQLWrapper): SQL {
  return sql`(${personRef} IS NULL OR ${personPredicate(grant, category, personRef)})`;
}

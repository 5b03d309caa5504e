import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { anyRelation, type GrantView } from "../shell/grantView.ts";
import { personPredicate } from "../shell/relationPredicate.ts";
import { operation, subject } from "./tables.ts";

const category = "ACCESS_RECORD";

/**
 * Whether the grant lets an access record through: one that names nobody, or somebody whom the grant lets through. A record
 * tells of an operation as a whole, so a grant that hangs on a relation to one person does not reach it.
 */
export function recordVisible(grant: GrantView): SQL {
  const unbound = grant.reading(category).some(({ when }) => when.includes(anyRelation));
  if (!unbound) return sql`FALSE`;
  const subjects = sql`SELECT 1 FROM ${subject} AS v WHERE v.operation_id = ${operation.id}`;
  return sql`(EXISTS (${subjects} AND ${subjectVisible(grant, sql`v.person_ref`)}) OR NOT EXISTS (${subjects}))`;
}

/** Whether a record shows this data subject, and can be found by it. */
export function subjectVisible(grant: GrantView, personRef: SQLWrapper): SQL {
  return sql`(${personRef} IS NULL OR ${personPredicate(grant, category, personRef)})`;
}

import { type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { GrantView } from "../shell/grantView.ts";
import { keptOn } from "../shell/keptOn.ts";
import { casePredicate, recordPredicate } from "../shell/relationPredicate.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { recordTypes } from "./recordTypes.ts";
import { caseRecord, deadline, measure } from "./tables.ts";

/**
 * What comes next in the case of the outer query, as far as the grant tells: the day on which its earliest open measure is due, or on
 * which its next deadline ends. A date, NULL where there is none.
 */
export const nextDue = {
  MEASURE: (grant: GrantView): SQL => {
    requireGrant(grant, "MEASURE");
    const told = { ...recordTypes.Measure, table: alias(measure, "m") };
    return sql`(SELECT MIN(m.due_on) FROM ${measure} AS m WHERE m.case_ref = ${caseRecord.caseRef} AND m.state = 'OPEN'
      AND ${keptOn(told.table, grant.date)} AND ${recordPredicate(grant, "MEASURE", told)})`;
  },
  DEADLINE: (grant: GrantView): SQL => {
    requireGrant(grant, "DEADLINE");
    const told = alias(deadline, "d");
    return sql`(SELECT MIN(d.due_on) FROM ${deadline} AS d WHERE d.case_ref = ${caseRecord.caseRef} AND d.due_on >= ${grant.date}
      AND ${keptOn(told, grant.date)} AND ${casePredicate(grant, "DEADLINE", told.caseRef, told.personRef)})`;
  },
} as const;

/** Nobody learns from an empty list, or from a list in no order, what the own office may not read at all. */
function requireGrant(grant: GrantView, category: string): void {
  if (grant.reading(category).length === 0) throw new SubgraphError("FIELD_NOT_GRANTED");
}

import { type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { GrantView } from "../shell/grantView.ts";
import { keptOn } from "../shell/keptOn.ts";
import { recordPredicate } from "../shell/relationPredicate.ts";
import type { ConsentState } from "./codes.ts";
import { recordTypes } from "./recordTypes.ts";
import { caseRecord, prosecutorConsent } from "./tables.ts";

/** Whether a prosecutor's office stands in this state with its latest request in the case of the outer query, as far as the grant tells. */
export function hasCurrentConsent(grant: GrantView, state: ConsentState): SQL {
  const told = { ...recordTypes.ProsecutorConsent, table: alias(prosecutorConsent, "p") };
  return sql`EXISTS (SELECT 1 FROM ${prosecutorConsent} AS p
    WHERE p.case_ref = ${caseRecord.caseRef} AND p.state = ${state} AND ${recordPredicate(grant, "PROSECUTOR_CONSENT", told)}
      AND ${keptOn(told.table, grant.date)} AND NOT EXISTS (SELECT 1 FROM ${prosecutorConsent} AS l
        WHERE l.case_ref = p.case_ref AND l.office = p.office AND l.position > p.position))`;
}

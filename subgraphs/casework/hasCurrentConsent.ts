import { type SQL, sql } from "drizzle-orm";
import type { ConsentState } from "./codes.ts";
import { caseRecord, prosecutorConsent } from "./tables.ts";

/** Whether a prosecutor's office stands in this state with its latest request in the case of the outer query. */
export function hasCurrentConsent(state: ConsentState): SQL {
  return sql`EXISTS (SELECT 1 FROM ${prosecutorConsent} AS p
    WHERE p.case_ref = ${caseRecord.caseRef} AND p.state = ${state}
      AND NOT EXISTS (SELECT 1 FROM ${prosecutorConsent} AS l
        WHERE l.case_ref = p.case_ref AND l.office = p.office AND l.position > p.position))`;
}

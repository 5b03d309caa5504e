import { type SQL, sql } from "drizzle-orm";
import { factEnd, personMerge } from "../shell/tables.ts";
import { isSuspended } from "./suspension/isSuspended.ts";

/**
 * Whether the recorded assessment `kept` of a statement may not be used on a date (veraltet): it has expired, a version of a fact that
 * it rests on has ended, the person is merged with another otherwise than when it was kept, or scoring with the catalogue that it was made by is
 * suspended. Never null.
 */
export function isStale(date: string): SQL {
  return sql`(kept.expires_on < ${date}
    OR EXISTS (SELECT 1 FROM ${factEnd} AS ended WHERE ended.reference = ANY (kept.rests_on) AND ended.ends_on <= ${date})
    OR EXISTS (SELECT 1 FROM ${personMerge} AS m WHERE (m.from_ref = kept.person_ref OR m.into_ref = kept.person_ref)
      AND (m.merged_at <= kept.recorded_at AND (m.undone_at IS NULL OR m.undone_at > kept.recorded_at))
        <> (m.merged_on <= ${date} AND (m.undone_on IS NULL OR m.undone_on > ${date})))
    OR ${isSuspended(sql`kept.catalogue_version`, date)})`;
}

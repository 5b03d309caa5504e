import { type SQL, sql } from "drizzle-orm";
import type { GrantView } from "../shell/grantView.ts";
import { awaitsEstimate } from "../shell/rating/awaitsEstimate.ts";
import { casePredicate, relationsInForce } from "../shell/relationPredicate.ts";
import { latestRecorded } from "./latestRecorded.ts";
import { type WorklistGroup, worklistGroups } from "./worklistGroups.ts";

/**
 * The worklist of the grant's holder as a table expression `(case_ref, group_rank, on_date, reference, catalogue_version)`: its own cases that the grant lets
 * through for the list and for the band, each with the latest assessment kept for it.
 *
 * A case drawn for an own estimate that the asking person has not given yet stands by its arrival, without a band: what was assessed orders nothing there.
 */
export function worklistEntries(grant: GrantView): SQL {
  const mayList = casePredicate(grant, "WORKLIST", sql`listed.case_ref`, sql`listed.person_ref`);
  const maySeeBand = casePredicate(grant, "ASSESSMENT_BAND", sql`listed.case_ref`, sql`listed.person_ref`);
  return sql`(
    SELECT own.case_ref,
      CASE
        WHEN own.drawn THEN ${rank("OWN_ESTIMATE_FIRST")}
        WHEN latest.stale IS NULL THEN ${rank("NOT_YET_ASSESSED")}
        WHEN latest.stale THEN ${rank("STALE")}
        ELSE CASE latest.band
          WHEN 'PRIORITY' THEN ${rank("PRIORITY")}
          WHEN 'REGULAR' THEN ${rank("REGULAR")}
          WHEN 'LEGAL_EXAMINATION_FIRST' THEN ${rank("LEGAL_EXAMINATION_FIRST")}
          WHEN 'NO_PROPOSAL' THEN ${rank("NO_PROPOSAL")}
          ELSE ${rank("WITHOUT_BAND")}
        END
      END AS group_rank,
      CASE WHEN own.drawn THEN own.since ELSE COALESCE(latest.recorded_on, own.since) END AS on_date,
      CASE WHEN own.drawn THEN NULL ELSE latest.reference END AS reference,
      CASE WHEN own.drawn THEN NULL ELSE latest.catalogue_version END AS catalogue_version
    FROM (
      SELECT listed.case_ref, MIN(listed.since) AS since,
        ${awaitsEstimate(sql`listed.case_ref`, grant.person)} AS drawn
      FROM ${relationsInForce(grant)} AS listed
      WHERE listed.kind = 'OWN_CASE' AND ${mayList} AND ${maySeeBand}
      GROUP BY listed.case_ref
    ) AS own
    LEFT JOIN LATERAL ${latestRecorded(sql`own.case_ref`, grant.date)} AS latest ON TRUE
  )`;
}

/** Place of a group in the order. A constant of ours, so it stands in the text of the statement. */
export function rank(group: WorklistGroup): SQL {
  return sql.raw(String(worklistGroups.indexOf(group)));
}

import { sql } from "drizzle-orm";
import type { CaseworkWorld } from "./caseworkWorld.ts";

/** Everything that is stored of a case, for comparing before and after. */
export async function storedCase(world: CaseworkWorld, caseRef: string) {
  const [record] = await world.rows(
    sql`SELECT state, rrk, ground, proposed_by, opened_on::text, closed_on::text, lead, closing_outcome FROM casework."case" WHERE case_ref = ${caseRef}`,
  );
  return {
    record,
    events: await world.rows(
      sql`SELECT kind, source_office AS office, by, event_date::text AS "on" FROM casework.case_event WHERE case_ref = ${caseRef} ORDER BY number`,
    ),
    decisions: await world.rows(
      sql`SELECT outcome, reason, decided_by, event_date::text AS decided_on, seen_assessment, follows_band
        FROM casework.admission_decision WHERE case_ref = ${caseRef} ORDER BY position`,
    ),
    measures: await world.rows(
      sql`SELECT kind, office, due_on::text, state FROM casework.measure WHERE case_ref = ${caseRef} ORDER BY position`,
    ),
    consents: await world.rows(
      sql`SELECT office, state, version, requested_on::text, answered_on::text, planned_measure
        FROM casework.prosecutor_consent WHERE case_ref = ${caseRef} ORDER BY position`,
    ),
    /** Relations of offices. */
    relations: await world.rows(
      sql`SELECT kind, office, since::text, until::text FROM directory.relation WHERE case_ref = ${caseRef} AND kind <> 'SELF' ORDER BY kind, office`,
    ),
    /** The data subject's own relation to the case. */
    subject: await world.rows(
      sql`SELECT office, person_ref, since::text, until::text FROM directory.relation WHERE case_ref = ${caseRef} AND kind = 'SELF'`,
    ),
  };
}

import { sql } from "drizzle-orm";
import type { FedAssessment, FedDecision, FedMember, FedRating, Feed } from "../../validity/Feed.ts";
import { roleOf } from "../shell/migrate.ts";
import type { Database } from "../shell/openStore.ts";
import { readRows } from "../shell/readRows.ts";

/**
 * Reads through the doors what was recorded up to a date, in one view of the database. A session that could do everything takes off its
 * rights first: on PGlite, too, nothing is read but through doors. Groups are asked for of assessed persons alone.
 */
export async function readFeed(database: Database, on: string): Promise<Feed> {
  return database.transaction(
    async (transaction) => {
      await transaction.execute(sql`SELECT set_config('role', ${roleOf("validity")}, true)
        FROM pg_roles WHERE rolname = session_user AND rolsuper`);
      const assessments = await readRows<FedAssessment>(
        transaction,
        sql`SELECT person, assessment, case_pseudonym AS "casePseudonym", made_on::text AS "madeOn", catalogue_version AS "catalogueVersion",
          state, band, axis_a AS "axisA", axis_b AS "axisB", contributions, facts, from_latest AS "fromLatest"
          FROM validity.assessments(${on})`,
      );
      const ratings = await readRows<FedRating>(
        transaction,
        sql`SELECT case_pseudonym AS "casePseudonym", assessment, kind, band FROM validity.ratings(${on})`,
      );
      const decisions = await readRows<FedDecision>(
        transaction,
        sql`SELECT case_pseudonym AS "casePseudonym", assessment, outcome, follows_band AS "followsBand", grounds
          FROM validity.decisions(${on})`,
      );
      const persons = JSON.stringify([...new Set(assessments.map(({ person }) => person))]);
      const members = await readRows<FedMember>(
        transaction,
        sql`SELECT person, sex, age, origin
          FROM validity.groups(${on}, ARRAY(SELECT jsonb_array_elements_text(${persons}::jsonb)))`,
      );
      return { assessments, ratings, decisions, members };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

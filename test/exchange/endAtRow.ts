import { sql } from "drizzle-orm";
import { limits } from "../../exchange/limits.ts";
import type { Database } from "../../subgraphs/shell/openStore.ts";

/** The database ends, as PostgreSQL says when it is shut down, in the middle of the transaction that stores message D-350: so often as a sender tries. */
export async function endAtRow(database: Database): Promise<void> {
  await database.execute(sql`CREATE SEQUENCE criminal_records.ends`);
  await database.execute(sql`CREATE FUNCTION criminal_records.end_here() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql AS $$ BEGIN
      IF nextval('criminal_records.ends') <= ${sql.raw(String(limits.triesMax))} THEN
        RAISE 'terminating connection due to administrator command' USING ERRCODE = '57P01';
      END IF;
      RETURN NEW;
    END $$`);
  await database.execute(sql`CREATE TRIGGER end_here AFTER INSERT ON criminal_records.supplied_version
    FOR EACH ROW WHEN (NEW.message_id LIKE 'D-350%') EXECUTE FUNCTION criminal_records.end_here()`);
}

import { sql } from "drizzle-orm";
import type { Database } from "../../shell/openStore.ts";
import { factChange } from "../../shell/tables.ts";
import { correctionNotice, factRecipient } from "../tables.ts";

/**
 * Makes a notice of every change of a fact for each office that was given the version or an earlier one, and for the one that supplied it; an
 * access that is indexed after the change is made up for. Then the register forgets facts that are erased and of which every office has
 * acknowledged it. Idempotent, and safe beside another process that does the same.
 */
export async function tellRecipients(database: Database): Promise<void> {
  await database.execute(sql`
    INSERT INTO ${correctionNotice} (id, change_id, kind, fact_id, version, office, at)
      SELECT 'CN-' || upper(encode(substring(uuid_send(gen_random_uuid()) for 10), 'hex')), c.id, c.kind, c.fact_id, o.version, o.office, c.at
      FROM ${factChange} AS c, LATERAL (
        SELECT told.office, max(told.version) AS version FROM (
          SELECT r.office, r.version FROM ${factRecipient} AS r WHERE r.fact_id = c.fact_id AND r.version <= c.version
          UNION ALL SELECT c.source_office, c.version) AS told
        GROUP BY told.office) AS o
      WHERE NOT EXISTS (SELECT 1 FROM ${correctionNotice} AS n WHERE n.change_id = c.id AND n.office = o.office)
      ON CONFLICT DO NOTHING`);
  await database.execute(sql`
    DELETE FROM ${factRecipient} AS r USING ${factChange} AS c
      WHERE c.fact_id = r.fact_id AND c.kind = 'ERASED'
        AND NOT EXISTS (SELECT 1 FROM ${correctionNotice} AS n WHERE n.fact_id = r.fact_id AND n.acknowledged_at IS NULL)`);
}

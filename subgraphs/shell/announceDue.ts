import { sql } from "drizzle-orm";
import { addDays } from "./calendar/addDays.ts";
import { newsMonthsMax } from "./newsFunctions.ts";
import type { Occurrence } from "./Occurrence.ts";
import type { Database } from "./openStore.ts";
import { news } from "./tables.ts";

/** Days that are made up for where nothing was told meanwhile. */
export const daysCaughtUpMax = 31;

/**
 * Tells what a date brings: what came to be on it, or within the month before and was not told. Twice on one date tells once. News of the
 * facts of one schema, in one transaction.
 *
 * @param date date of the question
 * @param at instant that the news bears; null: the clock of the database
 */
export async function announceDue(
  database: Database,
  schema: string,
  occurrences: readonly Occurrence[],
  date: string,
  at: string | null = null,
): Promise<void> {
  const dated = occurrences.filter(({ from }) => from !== null);
  if (dated.length === 0) return;
  await database.transaction(async (transaction) => {
    for (const { kind, table, holds, from, key, owners } of dated) {
      const day = sql.raw(from?.("t") ?? "NULL");
      const own = sql.raw(owners.map((column) => `t.${column}`).join(", "));
      await transaction.execute(sql`
        INSERT INTO ${news} (occasion, kind, person_ref, case_ref, owners, fact_reference, "on", at, kept_until)
          SELECT ${`${kind} `}::text || t.fact_id || ' ' || coalesce(to_jsonb(t) ->> ${key}, ''), ${kind}, t.person_ref, to_jsonb(t) ->> 'case_ref',
            array_remove(ARRAY[${own}]::text[], NULL), t.fact_id || '@' || t.version || '~' || t.tag, ${date}::date, coalesce(${at}::timestamptz, now()),
            (${date}::date + ${`${newsMonthsMax} months`}::interval)::date
          FROM ${sql.raw(`${schema}.${table}`)} AS t
          WHERE NOT t.restricted AND (t.delete_by IS NULL OR t.delete_by >= ${date}) AND ${sql.raw(holds("t"))}
            AND ${day} <= ${date}::date AND ${day} > ${addDays(date, -daysCaughtUpMax)}::date
          ORDER BY t.fact_id
          ON CONFLICT DO NOTHING`);
    }
  });
}

import { and, desc, type SQL, sql } from "drizzle-orm";
import type { GrantView } from "../shell/grantView.ts";
import type { Database } from "../shell/openStore.ts";
import { type AccessRecordFilter, type Among, matching } from "./matching.ts";
import { selectRecords } from "./selectRecords.ts";
import { operation } from "./tables.ts";
import { recordVisible } from "./visibility.ts";

/** The statement of a page of access records, latest first, and what all that fit have in common. */
export function recordsPage(
  database: Database,
  grant: GrantView,
  filter: AccessRecordFilter,
  { after, most }: { readonly after: SQL | undefined; readonly most: number },
) {
  const { condition, beyond, among } = matching(filter, grant);
  const wanted = and(recordVisible(grant), condition);
  const rows = selectRecords(database)
    .where(among === null ? and(wanted, after) : isAmong(among, and(recordVisible(grant), beyond, after), most))
    .orderBy(desc(operation.at), desc(operation.id))
    .limit(most);
  return { rows, wanted };
}

/** Whether a record is among the latest of each value at each place, which the latest of all are among. */
function isAmong({ values, at }: Among, wanted: SQL | undefined, most: number): SQL {
  const latest = at.map(
    (has) => sql`(SELECT ${operation.id} FROM ${operation} WHERE ${and(has(sql`one.value`), wanted)}
      ORDER BY ${operation.at} DESC, ${operation.id} DESC LIMIT ${most})`,
  );
  return sql`${operation.id} = ANY (ARRAY(SELECT latest.id FROM unnest(${values}) AS one (value),
    LATERAL (${sql.join(latest, sql` UNION ALL `)}) AS latest))`;
}

import { and, count, desc, type SQL, sql } from "drizzle-orm";
import { type Connection, connection, decodeCursor, type PageArguments, pageSize } from "../shell/connection.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { latestBefore } from "./latestBefore.ts";
import { type AccessRecordFilter, type Matching, matching } from "./matching.ts";
import { type AccessRecordRow, recordOf, selectRecords } from "./selectRecords.ts";
import { operation } from "./tables.ts";
import { recordVisible } from "./visibility.ts";

/**
 * Access records of the index, latest first.
 *
 * @throws SubgraphError INVALID_INPUT for page arguments
 */
export async function queryAccessRecords(
  args: PageArguments & { readonly filter?: AccessRecordFilter | null },
  { database, grant }: SubgraphContext,
): Promise<Connection<AccessRecordRow>> {
  const size = pageSize(args);
  const after = latestBefore(decodeCursor(args, 2));
  const { condition, beyond, among } = matching(args.filter ?? {}, grant);
  const wanted = and(recordVisible(grant), condition);
  const rows = await selectRecords(database)
    .where(among === null ? and(wanted, after) : isAmong(among, and(recordVisible(grant), beyond, after), size + 1))
    .orderBy(desc(operation.at), desc(operation.id))
    .limit(size + 1);
  return connection(
    rows.map(recordOf),
    size,
    args,
    ({ at, id }) => [new Date(at).toISOString(), id],
    (row) => row,
    async () => {
      // Two counts of two actors would be a comparison of employees.
      if ((args.filter?.actor ?? null) !== null) return null;
      const [total] = await database.select({ records: count() }).from(operation).where(wanted);
      return total?.records ?? 0;
    },
  );
}

/** Whether a record is among the latest of each value, which the latest of all are among. */
function isAmong({ column, values }: NonNullable<Matching["among"]>, wanted: SQL | undefined, most: number): SQL {
  return sql`${operation.id} = ANY (ARRAY(SELECT latest.id FROM unnest(${values}) AS one (value), LATERAL (
    SELECT ${operation.id} FROM ${operation} WHERE ${and(sql`${column} = one.value`, wanted)}
    ORDER BY ${operation.at} DESC, ${operation.id} DESC LIMIT ${most}) AS latest))`;
}

import { count } from "drizzle-orm";
import { type Connection, connection, decodeCursor, type PageArguments, pageSize } from "../shell/connection.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { latestBefore } from "./latestBefore.ts";
import type { AccessRecordFilter } from "./matching.ts";
import { recordsPage } from "./recordsPage.ts";
import { type AccessRecordRow, recordOf } from "./selectRecords.ts";
import { operation } from "./tables.ts";

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
  const page = recordsPage(database, grant, args.filter ?? {}, { after, most: size + 1 });
  const rows = await page.rows;
  return connection(
    rows.map(recordOf),
    size,
    args,
    ({ at, id }) => [new Date(at).toISOString(), id],
    (row) => row,
    async () => {
      // Two counts of two actors would be a comparison of employees.
      if ((args.filter?.actor ?? null) !== null) return null;
      const [total] = await database.select({ records: count() }).from(operation).where(page.wanted);
      return total?.records ?? 0;
    },
  );
}

import { and, count, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { type Connection, connection, decodeCursor, type PageArguments, pageSize } from "../shell/connection.ts";
import { anyRelation } from "../shell/grantView.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { latestBefore } from "./latestBefore.ts";
import { identification } from "./tables.ts";

export type IdentificationRow = typeof identification.$inferSelect;

interface FailureArguments extends PageArguments {
  readonly code?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/**
 * Failed identifications of the index, latest first: nobody but who reads every access record.
 *
 * @throws SubgraphError INVALID_INPUT for page arguments
 */
export async function queryFailedIdentifications(
  args: FailureArguments,
  { database, grant }: SubgraphContext,
): Promise<Connection<IdentificationRow>> {
  const size = pageSize(args);
  const after = latestBefore(decodeCursor(args, 2), identification);
  const mayRead = grant.reading("ACCESS_RECORD").some(({ when }) => when.includes(anyRelation));
  const wanted = and(mayRead ? undefined : sql`FALSE`, ...conditions(args));
  const rows = await database
    .select()
    .from(identification)
    .where(and(wanted, after))
    .orderBy(desc(identification.at), desc(identification.id))
    .limit(size + 1);
  return connection(
    rows,
    size,
    args,
    ({ at, id }) => [new Date(at).toISOString(), id],
    (row) => row,
    async () => {
      const [total] = await database.select({ entries: count() }).from(identification).where(wanted);
      return total?.entries ?? 0;
    },
  );
}

function conditions({ code = null, from = null, to = null }: FailureArguments): readonly (SQL | undefined)[] {
  return [
    code === null ? undefined : eq(identification.code, code),
    from === null ? undefined : gte(identification.at, from),
    to === null ? undefined : lt(identification.at, to),
  ];
}

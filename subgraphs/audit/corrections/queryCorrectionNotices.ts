import { eq } from "drizzle-orm";
import { type Connection, connection, type PageArguments, pageSize } from "../../shell/connection.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { correctionNotice } from "../tables.ts";
import { outstandingPage } from "./outstandingPage.ts";

/**
 * What the asking office has to mend, and no other's.
 *
 * @throws SubgraphError INVALID_INPUT for page arguments
 */
export async function queryCorrectionNotices(
  args: PageArguments,
  { database, grant }: SubgraphContext,
): Promise<Connection<object>> {
  const rows = await outstandingPage(database, args, eq(correctionNotice.office, grant.holder));
  return connection(
    rows,
    pageSize(args),
    args,
    ({ changeId, id }) => [changeId, id],
    ({ id, kind, factId: fact, version, at }) => ({ id, kind, fact, version, at }),
    () => Promise.resolve(null),
  );
}

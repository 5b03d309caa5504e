import { isNull } from "drizzle-orm";
import { type Connection, connection, type PageArguments, pageSize } from "../../shell/connection.ts";
import { presentOffice } from "../../shell/presentFact.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { correctionNotice } from "../tables.ts";
import { outstandingPage } from "./outstandingPage.ts";

/**
 * What offices have not acknowledged yet, for the data protection officer.
 *
 * @throws SubgraphError INVALID_INPUT for page arguments
 */
export async function queryOutstandingCorrections(
  args: PageArguments,
  { database }: SubgraphContext,
): Promise<Connection<object>> {
  const rows = await outstandingPage(database, args, undefined);
  return connection(
    rows,
    pageSize(args),
    args,
    ({ changeId, id }) => [changeId, id],
    ({ id, office, kind, factId: fact, version, at }) => ({
      id,
      office: presentOffice(office),
      kind,
      fact,
      version,
      at,
    }),
    () => database.$count(correctionNotice, isNull(correctionNotice.acknowledgedAt)),
  );
}

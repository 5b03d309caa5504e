import { and, eq } from "drizzle-orm";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { type AccessRecordRow, recordOf, selectRecords } from "./selectRecords.ts";
import { operation } from "./tables.ts";
import { recordVisible } from "./visibility.ts";

/**
 * One access record of the index by the id of its operation; null where there is none or it is withheld.
 */
export async function queryAccessRecord(
  { id }: { readonly id: string },
  { database, grant }: SubgraphContext,
): Promise<AccessRecordRow | null> {
  const [row] = await selectRecords(database).where(and(recordVisible(grant), eq(operation.id, id)));
  return row === undefined ? null : recordOf(row);
}

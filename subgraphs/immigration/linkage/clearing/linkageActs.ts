import { and, desc, eq, isNotNull } from "drizzle-orm";
import { type PageArguments, pageSize } from "../../../shell/connection.ts";
import type { SubgraphContext } from "../../../shell/SubgraphContext.ts";
import { linkageAct } from "../tables.ts";

/** What persons of the asking office decided, latest first. */
export function linkageActs(_parent: unknown, args: PageArguments, { database, grant }: SubgraphContext) {
  return database
    .select()
    .from(linkageAct)
    .where(and(eq(linkageAct.office, grant.office), isNotNull(linkageAct.by)))
    .orderBy(desc(linkageAct.at), desc(linkageAct.id))
    .limit(pageSize(args));
}

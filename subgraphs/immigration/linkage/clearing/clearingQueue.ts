import { asc, eq } from "drizzle-orm";
import { type PageArguments, pageSize } from "../../../shell/connection.ts";
import { presentOffice } from "../../../shell/presentFact.ts";
import type { SubgraphContext } from "../../../shell/SubgraphContext.ts";
import { announcedPerson } from "../tables.ts";

/** Descriptions that the asking office has to decide on, oldest first. */
export async function clearingQueue(_parent: unknown, args: PageArguments, { database, grant }: SubgraphContext) {
  const { clearingOffice, announcedAt, ticket } = announcedPerson;
  const rows = await database
    .select()
    .from(announcedPerson)
    .where(eq(clearingOffice, grant.office))
    .orderBy(asc(announcedAt), asc(ticket))
    .limit(pageSize(args));
  return rows.map((row) => ({
    ...row,
    office: presentOffice(row.office),
    competentAuthority: presentOffice(row.competentAuthority),
  }));
}

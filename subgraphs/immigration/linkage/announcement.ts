import { and, eq } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { announcedPerson } from "./tables.ts";

/** What the asking office announced under a reference of its own; null where nothing was. */
export async function announcement(
  _parent: unknown,
  { reference }: { readonly reference: string },
  { database, grant }: SubgraphContext,
): Promise<{ readonly reference: string; readonly ticket: string } | null> {
  const [row] = await database
    .select({ reference: announcedPerson.reference, ticket: announcedPerson.ticket })
    .from(announcedPerson)
    .where(and(eq(announcedPerson.office, grant.office), eq(announcedPerson.reference, reference)));
  return row ?? null;
}

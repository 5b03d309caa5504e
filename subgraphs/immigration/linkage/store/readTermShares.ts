import { inArray } from "drizzle-orm";
import type { Database } from "../../../shell/openStore.ts";
import type { Term, TermShares } from "../model/TermShares.ts";
import { linkageTerm } from "../tables.ts";

/** How often terms are on file. One statement; a term that nobody has counts 0. */
export async function readTermShares(transaction: Database, terms: ReadonlySet<Term>): Promise<TermShares> {
  const rows = await transaction
    .select()
    .from(linkageTerm)
    .where(inArray(linkageTerm.term, ["*", ...terms]));
  const counts = new Map(rows.map(({ term, persons }) => [term, persons]));
  return { persons: Math.max(1, counts.get("*") ?? 0), count: (term) => counts.get(term) ?? 0 };
}

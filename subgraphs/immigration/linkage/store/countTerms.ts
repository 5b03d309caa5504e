import { sql } from "drizzle-orm";
import type { Database } from "../../../shell/openStore.ts";
import { linkageTerm } from "../tables.ts";

/** Counts terms of persons who come on file (1) or leave it (-1). */
export async function countTerms(transaction: Database, terms: readonly string[], step: 1 | -1): Promise<void> {
  const counts = [...Map.groupBy(terms, (term) => term)].map(([term, each]) => ({ term, persons: each.length * step }));
  await transaction.execute(sql`INSERT INTO ${linkageTerm} (term, persons)
    SELECT c.term, c.persons FROM json_to_recordset(${JSON.stringify(counts)}::text::json) AS c(term text, persons int) ORDER BY c.term
    ON CONFLICT (term) DO UPDATE SET persons = ${linkageTerm}.persons + EXCLUDED.persons`);
}

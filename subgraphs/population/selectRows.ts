import type { SQL } from "drizzle-orm";
import type { Database } from "../shell/openStore.ts";

/** The rows of a statement: the two drivers wrap them differently. */
export async function selectRows(database: Database, statement: SQL): Promise<readonly unknown[]> {
  const result: unknown = await database.execute(statement);
  return Array.isArray(result) ? result : (result as { rows: unknown[] }).rows;
}

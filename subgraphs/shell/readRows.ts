import type { SQL } from "drizzle-orm";
import type { Database } from "./openStore.ts";

/**
 * The rows of one statement, which PGlite and PostgreSQL hand over in different wrappers.
 *
 * @typeParam R a row as the statement selects it. Nothing checks it, and the two engines give a bigint in different types: cast
 *   what is counted to `int`.
 */
export async function readRows<R = unknown>(database: Database, statement: SQL): Promise<readonly R[]> {
  const result: unknown = await database.execute(statement);
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as R[];
}

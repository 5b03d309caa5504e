import type { SQL } from "drizzle-orm";
import type { Database } from "../shell/openStore.ts";

/** The rows of one statement. PGlite and PostgreSQL hand them over in different wrappers. */
export async function readRows<R>(database: Database, statement: SQL): Promise<readonly R[]> {
  const result: unknown = await database.execute(statement);
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as R[];
}

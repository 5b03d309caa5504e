import { sql } from "drizzle-orm";
import type { Database } from "../shell/openStore.ts";
import { readRows } from "../shell/readRows.ts";

/** Whether any office stands in a relation to any person; false before the first migration. */
export async function holdsPersons(database: Database): Promise<boolean> {
  const [table] = await readRows<{ readonly name: unknown }>(
    database,
    sql`SELECT to_regclass('directory.relation') AS name`,
  );
  if ((table?.name ?? null) === null) return false;
  return (await readRows(database, sql`SELECT 1 FROM directory.relation LIMIT 1`)).length > 0;
}

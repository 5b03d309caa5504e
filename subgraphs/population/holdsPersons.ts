import { sql } from "drizzle-orm";
import type { Database } from "../shell/openStore.ts";
import { selectRows } from "./selectRows.ts";

/** Whether any office stands in a relation to any person; false before the first migration. */
export async function holdsPersons(database: Database): Promise<boolean> {
  const [table] = await selectRows(database, sql`SELECT to_regclass('directory.relation') AS name`);
  if ((table as { name: unknown }).name === null) return false;
  return (await selectRows(database, sql`SELECT 1 FROM directory.relation LIMIT 1`)).length > 0;
}

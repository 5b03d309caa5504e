import { sql } from "drizzle-orm";
import { rooms } from "../../../subgraphs/rooms.ts";
import { directoryRoom } from "../../../subgraphs/shell/migrate.ts";
import type { Store } from "../../../subgraphs/shell/openStore.ts";
import { readRows } from "../../../subgraphs/shell/readRows.ts";

/** Number of rows and digest of all rows of one table, in whatever order they lie; without tags, whose keys are drawn anew each time. */
export interface TableContents {
  readonly rows: number;
  readonly digest: string | null;
}

/** Every table of the rooms and the directory → what it holds, without the tags of versions, which are drawn anew each time. */
export async function contents(store: Store): Promise<Readonly<Record<string, TableContents>>> {
  const schemas = [directoryRoom, ...rooms].map(({ schema }) => schema);
  const tables = await readRows<{ readonly name: string }>(
    store.owner,
    sql`SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ${schemas} ORDER BY 1`,
  );
  const read = tables.map(async ({ name }) => {
    const [row] = await readRows<TableContents>(
      store.owner,
      sql`SELECT count(*)::int AS rows, md5(string_agg(r::text, E'\n' ORDER BY r::text COLLATE "C")) AS digest
        FROM (SELECT (to_jsonb(t) - '{tag,tag_key}'::text[])
          || CASE WHEN to_jsonb(t) ? 'fact_reference' THEN jsonb_build_object('fact_reference', split_part(to_jsonb(t) ->> 'fact_reference', '~', 1))
            ELSE '{}' END AS r FROM ${sql.raw(name)} AS t) AS rows`,
    );
    return [name, row as TableContents] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

import { sql } from "drizzle-orm";
import type { Store } from "../../subgraphs/shell/openStore.ts";
import { readRows } from "../../subgraphs/shell/readRows.ts";

/** A row as PostgreSQL gives it in JSON: names of columns, dates as text. */
export type Row = Readonly<Record<string, unknown>>;

/** Everything that the subgraphs hold, as plain objects in the order in which the rows lie: `schema.table` → rows. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** Schemas that hold data of persons and cases. The audit's tables are but an index of the access log. */
const allSchemas = ["directory", "immigration", "criminal_records", "scoring", "casework"];

/** Reads all tables, or those of some schemas. */
export async function readTables(store: Store, schemas: readonly string[] = allSchemas): Promise<Tables> {
  const names = await readRows<{ readonly name: string }>(
    store.owner,
    sql`SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
      WHERE table_schema IN ${[...schemas]} ORDER BY 1`,
  );
  const tables: Record<string, readonly Row[]> = {};
  for (const { name } of names) {
    const rows = await readRows<{ readonly row: Row }>(
      store.owner,
      sql`SELECT to_jsonb(t) AS row FROM ${sql.raw(quoted(name))} AS t ORDER BY t.ctid`,
    );
    tables[name] = rows.map(({ row }) => row);
  }
  return tables;
}

/**
 * Drops checks, foreign keys and what holds a person to one status a day: a column is then changed for itself, and a table is replaced without
 * the others. What is asked of a world does not rest on them. Triggers go too: rows that are put back, and those of the other world, keep the
 * tags of their facts, none of them was corrected, and they are no news.
 */
export async function dropConstraints(store: Store): Promise<void> {
  await store.script(`DO $$ DECLARE c record; BEGIN
    FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE contype IN ('c', 'f') AND conrelid <> 0 LOOP
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname);
    END LOOP;
    FOR c IN SELECT tgrelid::regclass AS t, tgname FROM pg_trigger WHERE NOT tgisinternal LOOP
      EXECUTE format('DROP TRIGGER %I ON %s', c.tgname, c.t);
    END LOOP;
    FOR c IN SELECT indexrelid::regclass AS i FROM pg_index WHERE indexrelid::regclass::text LIKE '%\\_one\\_a\\_day' LOOP
      EXECUTE format('DROP INDEX %s', c.i);
    END LOOP; END $$`);
}

/** Gives back the room of rows that were replaced: nothing else does in PGlite, and reading gets slower with it. */
export async function tidyTables(store: Store): Promise<void> {
  await store.script("VACUUM");
}

/** Puts the rows of these tables in the place of what stands there; other tables stay. Rows lie in the order in which they are given. */
export async function writeTables(store: Store, tables: Tables): Promise<void> {
  for (const [name, rows] of Object.entries(tables)) {
    const table = sql.raw(quoted(name));
    await store.owner.execute(sql`DELETE FROM ${table}`);
    if (rows.length === 0) continue;
    await store.owner.execute(
      sql`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, ${JSON.stringify(rows)}::jsonb)`,
    );
  }
}

function quoted(name: string): string {
  return name
    .split(".")
    .map((part) => `"${part}"`)
    .join(".");
}

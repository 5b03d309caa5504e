import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import { migrate as migratePostgres } from "drizzle-orm/postgres-js/migrator";
import { factTagFunctions, tagFactsOf } from "./factTags.ts";
import type { Store } from "./openStore.ts";

/** A room with tables: its folder under `subgraphs/`, and the PostgreSQL schema it owns. */
export interface MigratedRoom {
  readonly folder: string;
  readonly schema: string;
}

/** The directory, which the shell owns. Migrated first. */
export const directoryRoom: MigratedRoom = { folder: "shell", schema: "directory" };

/** Schema whose role alone says whom a ticket stands for, and who was merged. */
const linkingSchema = "immigration";

/** Database role of a schema's owner. */
export function roleOf(schema: string): string {
  return `sichtfeld_${schema}`;
}

/**
 * Brings every room's tables up to date, has tables of facts tag what they store, and gives each subgraph's role its own schema and the
 * directory, nothing else.
 * Idempotent: a second run changes nothing. Processes that begin on one database at once take turns.
 *
 * @param password of a role, where the engine has logins; null: the role cannot log in
 */
export async function migrate(
  store: Store,
  rooms: readonly MigratedRoom[],
  password: (role: string) => string | null,
): Promise<void> {
  await inTurn(store, async () => {
    for (const { folder, schema } of [directoryRoom, ...rooms]) {
      const migrationsFolder = fileURLToPath(new URL(`../${folder}/migrations`, import.meta.url));
      if (!existsSync(migrationsFolder)) continue;
      const config = { migrationsFolder, migrationsSchema: "migrations", migrationsTable: schema };
      if (store.engine === "pglite") await migratePglite(store.owner as never, config);
      else await migratePostgres(store.owner as never, config);
    }
    await whileUndisturbed(() => store.script(factTagFunctions));
    for (const { schema } of rooms) {
      await whileUndisturbed(() => store.script(grantsFor(schema, password(roleOf(schema)))));
      await store.script(tagFactsOf(schema));
    }
  });
}

/** PGlite has one process and one connection: nobody to wait for. */
async function inTurn(store: Store, work: () => Promise<void>): Promise<void> {
  if (store.engine === "pglite") return work();
  await store.owner.transaction(async (turn) => {
    await turn.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('sichtfeld migrations', 0))`);
    await work();
  });
}

/**
 * Roles belong to the server, and locks to a database: who changes a role while another database's migration does gets
 * XX000, "tuple concurrently updated". The script as a whole was undone, and is run again.
 */
async function whileUndisturbed(run: () => Promise<void>, attempts = 10): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (attempts <= 1 || (error as { readonly code?: unknown }).code !== "XX000") throw error;
    await setTimeout(20 + Math.random() * 100);
    await whileUndisturbed(run, attempts - 1);
  }
}

/** drizzle-kit's own CREATE ROLE fails the second time, so roles are made here. */
function grantsFor(schema: string, password: string | null): string {
  const role = roleOf(schema);
  const login = password === null ? "NOLOGIN" : `LOGIN PASSWORD ${sqlString(password)}`;
  return `
    DO $$ BEGIN CREATE ROLE ${role}; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
    ALTER ROLE ${role} ${login};
    CREATE SCHEMA IF NOT EXISTS ${schema};
    GRANT USAGE ON SCHEMA ${schema}, directory TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role};
    GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA directory TO ${role};
    ${schema === linkingSchema ? "" : `REVOKE INSERT, UPDATE ON directory.person_ticket, directory.person_merge FROM ${role};`}`;
}

function sqlString(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

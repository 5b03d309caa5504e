import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import { migrate as migratePostgres } from "drizzle-orm/postgres-js/migrator";
import { closeEnclave, type EnclaveDoor, enclavePseudonyms, openDoor } from "./enclaveDoors.ts";
import { factTagFunctions, tagFactsOf } from "./factTags.ts";
import { mergeFunctions } from "./mergeFunctions.ts";
import { newsFunctions } from "./newsFunctions.ts";
import { newsTriggersOf } from "./newsTriggersOf.ts";
import type { Occurrence } from "./Occurrence.ts";
import type { Store } from "./openStore.ts";
import { endVersionsOf, versionEndFunction } from "./versionEnds.ts";

/** A room with tables: its folder under `subgraphs/`, and the PostgreSQL schema it owns. */
export interface MigratedRoom {
  readonly folder: string;
  readonly schema: string;
  /** Whether it is the enclave, which may read nothing but through doors. */
  readonly isEnclave?: boolean;
  /** What it opens to the enclave. */
  readonly doors?: readonly EnclaveDoor[];
  /** What in its tables is news to other offices. */
  readonly occurrences?: readonly Occurrence[];
  /** Whether a new version of one of its facts says that the one before was wrong. */
  readonly versionsCorrect?: boolean;
  /** Table of the directory that it alone may read: the news, or the changes of facts. */
  readonly reads?: "news" | "fact_change" | null;
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
 * Brings every room's tables up to date, has tables of facts tag what they store, end what is replaced and follow merges, and gives each subgraph's role its own schema and the
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
    await whileUndisturbed(() => store.script(factTagFunctions + versionEndFunction));
    await whileUndisturbed(() => store.script(newsFunctions + mergeFunctions));
    for (const { schema, isEnclave = false, occurrences = [], versionsCorrect = false, reads = null } of rooms) {
      await whileUndisturbed(() => store.script(grantsFor(schema, password(roleOf(schema)), reads)));
      if (isEnclave) {
        await openEnclave(store, schema, rooms);
        continue;
      }
      await store.script(tagFactsOf(schema) + endVersionsOf(schema));
      await store.script(newsTriggersOf({ schema, occurrences, versionsCorrect }));
    }
  });
}

/** Takes from the enclave's role what other roles have, and opens the doors of all rooms to it. */
async function openEnclave(store: Store, schema: string, rooms: readonly MigratedRoom[]): Promise<void> {
  const doors = rooms.flatMap((room) => room.doors ?? []);
  const script = [
    closeEnclave(schema, roleOf(schema)),
    enclavePseudonyms,
    ...doors.map((door) => openDoor(schema, roleOf(schema), door)),
  ];
  await whileUndisturbed(() => store.script(script.join("\n")));
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

/**
 * drizzle-kit's own CREATE ROLE fails the second time, so roles are made here. Every subgraph tells news and changes of facts; who reads them
 * is named.
 */
function grantsFor(schema: string, password: string | null, reads: MigratedRoom["reads"]): string {
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
    REVOKE SELECT, UPDATE ON directory.news, directory.fact_change FROM ${role};
    REVOKE ALL ON directory.kept_up_day FROM ${role};
    ${reads === null || reads === undefined ? "" : `GRANT SELECT ON directory.${reads} TO ${role};`}
    ${schema === linkingSchema ? "" : `REVOKE INSERT, UPDATE ON directory.person_ticket, directory.person_merge FROM ${role};`}`;
}

function sqlString(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

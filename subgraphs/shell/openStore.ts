import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { Logger } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** A drizzle database on either engine. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** Where everything that is stored stands: PGlite in a folder (or in memory), or a PostgreSQL server. */
export interface Store {
  readonly engine: "pglite" | "postgres";
  /** Connection that owns the schemas: migrations and seeding use it. */
  readonly owner: Database;
  /**
   * Connection of one role. On PostgreSQL a login of its own; on PGlite the same superuser session, where roles are no boundary.
   */
  as(role: string): Database;
  /** SQL statements sent since the store was opened; tests bound it. */
  readonly statements: { count: number };
  /** Runs several SQL statements in one text, without parameters. */
  script(sql: string): Promise<void>;
  /** PGlite only: the whole database as a file, to be loaded again. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Folder for PGlite; null: in memory. Ignored with `databaseUrl`. */
  readonly folder: string | null;
  /** PostgreSQL URL of the owner; null: PGlite. */
  readonly databaseUrl: string | null;
  /** PostgreSQL URL of a role; null: every role uses the owner's connection. */
  readonly roleUrl?: ((role: string) => string) | null;
  /** PGlite only: a dump to begin with. */
  readonly dump?: Blob | null;
}

/**
 * Opens the store.
 *
 * @throws when the folder cannot be used or is open in another process; the message says what to do
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const statements = { count: 0 };
  const logger: Logger = {
    logQuery() {
      statements.count += 1;
    },
  };
  return options.databaseUrl === null
    ? openPglite(options, statements, logger)
    : openPostgres(options.databaseUrl, options.roleUrl ?? null, statements, logger);
}

/**
 * PGlite runs without PostgreSQL's checkpointer: its write-ahead log grows as long as the process lives, in memory or on disk, unless it is
 * told now and then that what it has written may go.
 */
const checkpointMilliseconds = 60_000;
const writeAheadLogKept = ["-c", "max_wal_size=64MB", "-c", "min_wal_size=32MB"];

async function openPglite(options: StoreOptions, statements: Store["statements"], logger: Logger): Promise<Store> {
  const unlock = options.folder === null ? () => {} : lockFolder(options.folder);
  const dataDir = options.folder === null ? "memory://" : join(options.folder, "database");
  const client = await PGlite.create(dataDir, {
    startParams: [...PGlite.defaultStartParams, ...writeAheadLogKept],
    ...(options.dump ? { loadDataDir: options.dump } : {}),
  }).catch((error) => {
    unlock();
    throw error;
  });
  const checkpoints = setInterval(() => void client.exec("CHECKPOINT").catch(() => {}), checkpointMilliseconds).unref();
  const database = drizzlePglite({ client, logger }) as unknown as Database;
  return {
    engine: "pglite",
    owner: database,
    as: () => database,
    statements,
    script: async (sql) => void (await client.exec(sql)),
    dump: () => client.dumpDataDir("none"),
    async close() {
      clearInterval(checkpoints);
      await client.close();
      unlock();
    },
  };
}

/**
 * Each attempt to connect that fails refuses one statement of those that wait. The driver's own pause grows to 20 seconds, so that
 * with the database down a request would wait for minutes to be told.
 */
const reconnectSeconds = 0.05;

function openPostgres(
  url: string,
  roleUrl: ((role: string) => string) | null,
  statements: Store["statements"],
  logger: Logger,
): Store {
  const clients: postgres.Sql[] = [];
  const connect = (to: string): Database => {
    const client = postgres(to, { onnotice: () => {}, connect_timeout: 5, max: 10, backoff: () => reconnectSeconds });
    clients.push(client);
    return drizzlePostgres({ client, logger }) as unknown as Database;
  };
  const owner = connect(url);
  const roles = new Map<string, Database>();
  return {
    engine: "postgres",
    owner,
    as(role) {
      const known = roles.get(role) ?? (roleUrl === null ? owner : connect(roleUrl(role)));
      roles.set(role, known);
      return known;
    },
    statements,
    script: async (sql) => void (await clients[0]?.unsafe(sql)),
    dump: () => Promise.reject(new Error("A PostgreSQL server is dumped with pg_dump.")),
    close: async () => void (await Promise.all(clients.map((client) => client.end({ timeout: 5 })))),
  };
}

/** PGlite has no lock of its own: two processes on one folder would lose rows silently. */
function lockFolder(folder: string): () => void {
  const file = join(folder, "lock");
  try {
    mkdirSync(folder, { recursive: true });
    return writeLock(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const holder = Number(readFileSync(file, "utf8"));
  if (isAlive(holder)) {
    throw new Error(
      `The data folder ${folder} is in use by process ${holder}. Stop it, or set SICHTFELD_DATA to another folder.`,
    );
  }
  rmSync(file);
  return writeLock(file);
}

function writeLock(file: string): () => void {
  const handle = openSync(file, "wx");
  writeSync(handle, String(process.pid));
  closeSync(handle);
  return () => rmSync(file, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../shell/openStore.ts";
import { readRows } from "../shell/readRows.ts";

/** The synthetic population of a store, and how many of its persons are written. */
export interface Population {
  readonly seed: number;
  readonly persons: number;
  readonly done: number;
}

// PostgreSQL drivers give a bigint as text or as a number.
const rows = z.array(z.object({ seed: z.coerce.number(), persons: z.number(), done: z.number() }));

/**
 * Which population a store holds; null for none.
 *
 * @param lock FOR UPDATE: no other transaction goes on with the population until this one ends
 */
export async function readPopulation(database: Database, lock: "FOR UPDATE" | "" = ""): Promise<Population | null> {
  const [table] = await readRows<{ readonly name: unknown }>(
    database,
    sql`SELECT to_regclass('migrations.population') AS name`,
  );
  if ((table?.name ?? null) === null) return null;
  const found = await readRows(database, sql`SELECT seed, persons, done FROM migrations.population ${sql.raw(lock)}`);
  return rows.parse(found)[0] ?? null;
}

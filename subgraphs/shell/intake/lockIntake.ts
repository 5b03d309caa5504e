import { sql } from "drizzle-orm";
import type { Database } from "../openStore.ts";

/** Holds an office's intake into a subgraph until the transaction ends: two imports of one office take turns, others are not held up. */
export async function lockIntake(transaction: Database, office: string): Promise<void> {
  await transaction.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sichtfeld intake ${office}`}, 0))`);
}

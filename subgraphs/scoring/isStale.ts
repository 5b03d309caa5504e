import { type SQL, sql } from "drizzle-orm";
import { isSuspended } from "./suspension/isSuspended.ts";

/**
 * Whether the recorded assessment `kept` of a statement may not be used on a date (veraltet): it has expired, or scoring with the
 * catalogue that it was made by is suspended. Never null.
 */
export function isStale(date: string): SQL {
  return sql`(kept.expires_on < ${date} OR ${isSuspended(sql`kept.catalogue_version`, date)})`;
}

import { type AnyColumn, sql } from "drizzle-orm";
import { check } from "drizzle-orm/pg-core";

/**
 * What has happened was not recorded before: the day is at most that of the recording, by the clock of the Land. A date in the future
 * cannot be told from a wrong one, so it is not stored.
 *
 * @param changedAt instant of the latest change, in which the day may have been filled in
 */
export function recordedAfter(name: string, day: AnyColumn, changedAt: AnyColumn) {
  return check(name, sql`${day} <= (${changedAt} AT TIME ZONE 'Europe/Berlin')::date`);
}

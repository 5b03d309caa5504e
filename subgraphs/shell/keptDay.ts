import { sql } from "drizzle-orm";
import { daysCaughtUpMax } from "./announceDue.ts";
import { ClockJumped } from "./ClockJumped.ts";
import { daysBetween } from "./calendar/daysBetween.ts";
import type { Database } from "./openStore.ts";
import { readRows } from "./readRows.ts";
import { keptUpDay } from "./tables.ts";

/** The latest day that was kept up with: what holds the clock to what went before. */
export const keptDay = {
  /**
   * A job that destroys what is over by a clock that has jumped forward would destroy for good what is not. Where more days are missing than
   * are made up for, a person has to say that the day is right. A clock that has jumped back brings and ends nothing.
   *
   * @param date day that the clock says
   * @throws ClockJumped
   */
  async holdTo(database: Database, date: string): Promise<void> {
    const [last] = await readRows<{ readonly day: string }>(database, sql`SELECT day::text AS day FROM ${keptUpDay}`);
    if (last !== undefined && daysBetween(last.day, date) > daysCaughtUpMax) throw new ClockJumped(date, last.day);
  },

  /** This day was kept up with. An earlier one than before changes nothing. */
  async note(database: Database, date: string): Promise<void> {
    await database.execute(sql`INSERT INTO ${keptUpDay} AS k (day) VALUES (${date})
      ON CONFLICT (id) DO UPDATE SET day = greatest(k.day, EXCLUDED.day)`);
  },
};

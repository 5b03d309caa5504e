import type { PgTable } from "drizzle-orm/pg-core";
import { addDays } from "../shell/calendar/addDays.ts";
import { toleration, travelDocument } from "./tables.ts";

/** Last day on which a row holds, of the tables whose rows end by themselves. */
const lastDays = new Map<PgTable, (row: never) => string | null>([
  [
    toleration,
    ({ validUntil, endedOn = null }: typeof toleration.$inferInsert) =>
      [validUntil, ...(endedOn === null ? [] : [addDays(endedOn, -1)])].sort()[0] ?? null,
  ],
  [travelDocument, ({ validUntil = null }: typeof travelDocument.$inferInsert) => validUntil],
]);

/** Last day on which a row of a table holds; null where it ends by an act alone. */
export function lastDay(table: PgTable, row: object): string | null {
  return lastDays.get(table)?.(row as never) ?? null;
}

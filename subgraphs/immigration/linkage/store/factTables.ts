import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import * as tables from "../../tables.ts";

/** The tables of facts about persons beside the person's own row, by name. */
export const factTables: ReadonlyMap<string, PgTable> = new Map(
  Object.values(tables)
    .filter(
      (each): each is typeof tables.toleration =>
        "factId" in each && "personRef" in each && each !== (tables.person as unknown),
    )
    .map((table) => [getTableName(table), table]),
);

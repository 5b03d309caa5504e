import { type SQL, sql } from "drizzle-orm";
import { catalogueAct } from "../tables.ts";

/** Whether scoring with a version stands suspended on a date: the latest act up to it says so. Never null. */
export function isSuspended(version: SQL, date: string): SQL {
  return sql`COALESCE((SELECT latest.act = 'SUSPENDED' FROM ${catalogueAct} AS latest
    WHERE latest.catalogue_version = ${version} AND latest.event_date <= ${date}
    ORDER BY latest.number DESC LIMIT 1), FALSE)`;
}

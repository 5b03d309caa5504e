import { join } from "node:path";

/** Folder of the access log: `SICHTFELD_LOG`, or `access-log` in the data folder. Read anew each time. */
export function logFolder(): string {
  return process.env.SICHTFELD_LOG ?? join(process.env.SICHTFELD_DATA ?? ".data", "access-log");
}

import { join } from "node:path";

/** Folder of the counters of usage: `SICHTFELD_USAGE`, or `interface-usage` in the data folder. Read anew each time. */
export function usageFolder(): string {
  return process.env.SICHTFELD_USAGE ?? join(process.env.SICHTFELD_DATA ?? ".data", "interface-usage");
}

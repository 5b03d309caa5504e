import { canonicalJson } from "../canonicalJson.ts";
import type { ExportedRecord } from "./ExportedRecord.ts";

/** A record a line, as canonical JSON. */
export function exportJsonLines(records: readonly ExportedRecord[]): string {
  return records.map((record) => `${canonicalJson(record)}\n`).join("");
}

import type { SubjectEntry } from "../../schema/accessLogFormat.ts";
import { canonicalJson } from "../../schema/canonicalJson.ts";

/** What plain JSON writes for half a surrogate pair, which canonical JSON cannot say. */
const halfPair = "\\ud";

/**
 * A subject entry as canonical JSON. Most lines of the log are such, and `logEntries` makes them of plain data with their members in
 * order, so that plain JSON of them is canonical.
 *
 * @throws TypeError as `canonicalJson`
 */
export function subjectText(entry: SubjectEntry): string {
  const text = JSON.stringify(entry);
  return text.includes(halfPair) ? canonicalJson(entry) : text;
}

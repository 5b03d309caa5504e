import type { OperationEntry, SubjectEntry } from "../../schema/accessLogFormat.ts";
import { canonicalJson } from "../../schema/canonicalJson.ts";

/** What plain JSON writes for half a surrogate pair, which canonical JSON cannot say. */
const halfPair = "\\ud";

/**
 * An entry as canonical JSON. `logEntries` makes them of plain data with their members in order, so that plain JSON of them is canonical.
 *
 * @throws TypeError as `canonicalJson`
 */
export function plainText(entry: OperationEntry | SubjectEntry): string {
  const text = JSON.stringify(entry);
  return text.includes(halfPair) ? canonicalJson(entry) : text;
}

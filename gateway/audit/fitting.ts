import { lineBytesMax, lineText } from "../../schema/accessLogFormat.ts";
import { AccessLogError } from "./AccessLogError.ts";

/** Longest number of a line that is reckoned with, and the length of a hash. */
const envelopeBytes = lineText("", Number.MAX_SAFE_INTEGER, "0".repeat(64)).length;

/** What JSON writes for a character that no database of readers can store: not behind a backslash that is one of the text. */
const nul = "\\u0000";
const unescapedNul = /(?<!\\)(?:\\\\)*\\u0000/;

/** The text of an entry, which every reader of the log can take in. @throws AccessLogError ENTRY_INVALID where it is too long, or has a NUL */
export function fitting(text: string): string {
  if (text.includes(nul) && unescapedNul.test(text))
    throw new AccessLogError("ENTRY_INVALID", null, "An entry of the log holds no U+0000.");
  if (Buffer.byteLength(text) + envelopeBytes > lineBytesMax) {
    throw new AccessLogError("ENTRY_INVALID", null, `An entry of the log holds ${lineBytesMax} bytes at most.`);
  }
  return text;
}

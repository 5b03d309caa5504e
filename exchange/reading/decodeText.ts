import { createReadStream } from "node:fs";
import { ImportError } from "../ImportError.ts";

const byteOrderMarks = { utf8: [0xef, 0xbb, 0xbf], utf16: [0xff, 0xfe], utf16Big: [0xfe, 0xff] };

/**
 * The text of a file in the encoding that was declared, in pieces. A mark of UTF-8 at its beginning is left out.
 *
 * @throws ImportError for a file in another encoding, as soon as that shows: an umlaut that is read wrongly is another name
 */
export async function* decodeText(file: string, encoding: "UTF-8" | "ISO-8859-1"): AsyncGenerator<string> {
  const declared = new TextDecoder(encoding, { fatal: true });
  const utf8 = new TextDecoder("UTF-8", { fatal: true });
  let isUtf8 = true;
  let hasOther = false;
  let at = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    if (at === 0) checkMark(chunk, encoding);
    hasOther ||= chunk.some((byte) => byte > 0x7f);
    isUtf8 &&= decoded(utf8, chunk) !== null;
    const text = encoding === "UTF-8" && !isUtf8 ? null : decoded(declared, chunk);
    if (text === null) throw notUtf8(at, at + chunk.length);
    at += chunk.length;
    yield text;
  }
  if (encoding === "UTF-8" && last(declared) === null) throw notUtf8(at, at);
  if (encoding === "ISO-8859-1" && hasOther && isUtf8 && last(utf8) !== null) {
    throw new ImportError("The file is declared as ISO-8859-1, and is UTF-8. Say --encoding UTF-8.");
  }
}

function decoded(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer): string | null {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    return null;
  }
}

/** A file that ends within a character is cut off. */
function last(decoder: InstanceType<typeof TextDecoder>): string | null {
  try {
    return decoder.decode();
  } catch {
    return null;
  }
}

function checkMark(chunk: Buffer, encoding: string): void {
  const begins = (mark: readonly number[]) => mark.every((byte, index) => chunk[index] === byte);
  if (begins(byteOrderMarks.utf16) || begins(byteOrderMarks.utf16Big)) {
    throw new ImportError("The file is UTF-16. Export it as UTF-8.");
  }
  if (encoding === "ISO-8859-1" && begins(byteOrderMarks.utf8)) {
    throw new ImportError("The file is declared as ISO-8859-1, and is marked as UTF-8. Say --encoding UTF-8.");
  }
}

function notUtf8(from: number, to: number): ImportError {
  const where = from === to ? "at its end: it is cut off" : `between bytes ${from} and ${to}`;
  return new ImportError(
    `The file is no UTF-8 ${where}. If it is ISO-8859-1, say --encoding ISO-8859-1; otherwise export it again.`,
  );
}

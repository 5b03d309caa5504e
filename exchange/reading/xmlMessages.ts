import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";
import { ImportError } from "../ImportError.ts";
import { limits } from "../limits.ts";
import type { LoadedProfile } from "../profiles/LoadedProfile.ts";
import { flattenMessage } from "./flattenMessage.ts";
import type { SourceItem } from "./Item.ts";

interface MessageFile {
  readonly path: string;
  readonly name: string;
  readonly found: { readonly size: number };
}

/** One message that was read: its text, or why it is not looked at any further. */
interface ReadMessage {
  readonly name: string;
  readonly text: string | null;
}

/**
 * Messages, a file each, validated against the schema of the profile some at a time. One that does not follow it is at fault as a whole;
 * what stands in it is not looked at. A check looks at size, encoding and document type alone, and validates nothing.
 *
 * @throws ImportError for a message that is too large, is no UTF-8 or has a document type
 */
export async function* xmlMessages(
  files: readonly MessageFile[],
  profile: LoadedProfile,
  isCheck: boolean,
): AsyncGenerator<SourceItem> {
  if (profile.schema === undefined) throw new ImportError(`The profile ${profile.name} names no schema.`);
  const schema = readFileSync(join(profile.folder, profile.schema), "utf8");
  for (let from = 0; from < files.length; from += limits.messagesAtOnceMax) {
    const messages = files.slice(from, from + limits.messagesAtOnceMax).map(readMessage);
    const faulty = isCheck ? new Map<string, number>() : await linesAtFault(messages, schema);
    for (const { name, text } of messages) {
      const place = { file: name, row: 1 };
      const line = text === null ? 1 : faulty.get(name);
      if (text !== null && line === undefined)
        yield { place, raw: isCheck ? null : flattenMessage(text, profile), fault: null };
      else yield { place, raw: null, fault: { column: `line ${line ?? 1}`, valueClass: null, reason: "NOT_VALID" } };
    }
  }
}

function readMessage({ path, name, found }: MessageFile): ReadMessage {
  if (found.size > limits.messageBytesMax) {
    throw new ImportError(`${name} is larger than ${limits.messageBytesMax} bytes, the most that a message may have.`);
  }
  const text = decoded(readFileSync(path), name);
  // Looked for before anything parses it: where one is meant, it stands before the root.
  if (/<!DOCTYPE/i.test(text)) throw new ImportError(`${name} has a document type (DOCTYPE), which is never taken.`);
  return { name, text: text.trim() === "" ? null : text };
}

function decoded(bytes: Buffer, name: string): string {
  try {
    const text = new TextDecoder("UTF-8", { fatal: true }).decode(bytes);
    const declared = /^<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(text)?.[1] ?? "UTF-8";
    if (/^utf-?8$/i.test(declared)) return text;
    throw new Error("declared otherwise");
  } catch {
    throw new ImportError(`${name} is no UTF-8, or is declared otherwise. Send messages as UTF-8.`);
  }
}

/** File → first line at which it does not follow the schema. What the validator says of it may hold values, and is not told. */
async function linesAtFault(messages: readonly ReadMessage[], schema: string): Promise<ReadonlyMap<string, number>> {
  const whole = messages.filter(({ text }) => text !== null);
  const xml = whole.map(({ text }, index) => ({ fileName: `message-${index}.xml`, contents: text ?? "" }));
  if (xml.length === 0) return new Map();
  const { valid, errors } = await validateXML({ xml, schema: [schema], maxMemoryPages: 4_096 });
  const faulty = new Map<string, number>();
  for (const { loc } of errors) {
    const name = whole[Number(/^message-(\d+)\.xml$/.exec(loc?.fileName ?? "")?.[1])]?.name;
    if (name !== undefined && !faulty.has(name)) faulty.set(name, loc?.lineNumber ?? 1);
  }
  // An error that names no message: then none of them is taken.
  if (!valid && faulty.size === 0) for (const { name } of whole) faulty.set(name, 1);
  return faulty;
}

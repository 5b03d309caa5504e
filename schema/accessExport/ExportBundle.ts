import { z } from "zod";
import { keyRow } from "../accessLogKeys.ts";
import { canonicalJson } from "../canonicalJson.ts";

const version = z.literal(1);
const index = z.int().nonnegative();
const base64 = z.base64();

/** A checkpoint with its signatures. Stands before the entries that are proven by it. */
const checkpointLine = z.strictObject({ v: version, type: z.literal("checkpoint"), note: z.string() });

/** What a token stands for. */
const keyLine = keyRow.extend({ v: version, type: z.literal("key"), kind: keyRow.shape.kind });

/** An entry of a log, and its audit path in the tree of the newest checkpoint of that origin above. */
const entryLine = z.strictObject({
  v: version,
  type: z.literal("entry"),
  origin: z.string(),
  index,
  entry: z.string(),
  hashes: z.array(base64).readonly(),
});

/** Which entries of one log are a record. */
const recordLine = z.strictObject({
  v: version,
  type: z.literal("record"),
  origin: z.string(),
  operation: index,
  /** Null where nothing was decided. */
  decision: index.nullable(),
  /** Those that the reader may see; the operation says how many there are. */
  subjects: z.array(index).readonly(),
});

/** Line of a bundle. */
export const bundleLine = z.discriminatedUnion("type", [checkpointLine, keyLine, entryLine, recordLine]);

export type BundleLine = z.infer<typeof bundleLine>;

/** Lines as a document, each once. */
export function bundleText(lines: readonly BundleLine[]): string {
  return [...new Set(lines.map((line) => `${canonicalJson(line)}\n`))].join("");
}

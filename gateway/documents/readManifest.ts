import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type GraphQLSchema, parse, validate } from "graphql";
import { z } from "zod";
import { checkDocument } from "../checkLimits.ts";
import { limits } from "../limits.ts";

/** Apollo's persisted query manifest. */
export const manifestShape = z.strictObject({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  operations: z
    .array(
      z.strictObject({
        /** SHA-256 of the body, hexadecimal. */
        id: z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in small hexadecimal digits"),
        name: z.string(),
        type: z.enum(["query", "mutation"]),
        body: z.string(),
      }),
    )
    .readonly(),
});

export type Manifest = z.infer<typeof manifestShape>;

/** SHA-256 of a document's text, hexadecimal: its id. */
export function documentIdOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Reads the manifest of a contract.
 *
 * @param schema that the documents must fit; null: they are not looked at
 * @returns null where there is none
 * @throws Error with one line: the file, what is wrong, and with which document
 */
export function readManifest(folder: string, contract: string, schema: GraphQLSchema | null): Manifest | null {
  const file = join(folder, `${contract}.json`);
  if (!existsSync(file)) return null;
  const parsed = manifestShape.safeParse(jsonOf(file));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${file}: ${issue?.path.join(".") || "the file"}: ${issue?.message}.`);
  }
  for (const { id, name, body } of parsed.data.operations) {
    if (documentIdOf(body) !== id) throw new Error(`${file}: ${name}: its id is not the SHA-256 of its text.`);
    const fault = schema === null ? null : faultOf(body, schema);
    if (fault !== null) throw new Error(`${file}: ${name}: ${fault}`);
  }
  return parsed.data;
}

/** Why a document cannot be trusted under a contract; null: it can. */
export function faultOf(body: string, schema: GraphQLSchema): string | null {
  try {
    const document = parse(body, { maxTokens: limits.tokensMax });
    checkDocument(document);
    return validate(schema, document)[0]?.message ?? null;
  } catch (error) {
    return (error as Error).message;
  }
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Error(`${file}: is no JSON.`);
  }
}

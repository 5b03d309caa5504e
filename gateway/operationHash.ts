import { createHash } from "node:crypto";
import { type DocumentNode, Kind, type OperationDefinitionNode, print, visit } from "graphql";

const kept = new WeakMap<OperationDefinitionNode, string>();

/**
 * SHA-256, hexadecimal, of an operation's document without the strings and numbers in it: the hash goes on record, and a
 * reference of a person in the text could be guessed from a hash of it.
 */
export function operationHash(document: DocumentNode, definition: OperationDefinitionNode): string {
  const known = kept.get(definition);
  if (known !== undefined) return known;
  const shape = visit(document, {
    StringValue: (node) => ({ ...node, value: "", block: false }),
    IntValue: (node) => ({ ...node, value: "0" }),
    FloatValue: () => ({ kind: Kind.INT, value: "0" }),
  });
  const hash = createHash("sha256")
    .update(JSON.stringify([definition.name?.value ?? null, print(shape)]))
    .digest("hex");
  kept.set(definition, hash);
  return hash;
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { verifyConsistency } from "../../../schema/tlog/verifyConsistency.ts";
import { verifyInclusion } from "../../../schema/tlog/verifyInclusion.ts";

// Vectors of transparency-dev/merkle, made by others; they are not part of the project.
const folder = fileURLToPath(new URL("../../../../shared/oracles/merkle/", import.meta.url));

function vectors(kind: string): readonly { readonly file: string; readonly text: string }[] {
  const under = join(folder, kind);
  if (!existsSync(under)) return [];
  return readdirSync(under, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({ file, text: readFileSync(join(under, file), "utf8") }));
}

const bytes = (text: string | null) => Buffer.from(text ?? "", "base64");
const sizeIn = (text: string, name: string) => Number(new RegExp(`"${name}": (\\d+)`).exec(text)?.[1]);

describe.skipIf(!existsSync(folder))(`Merkle proof vectors of others (skipped where ${folder} is not)`, () => {
  const inclusion = vectors("inclusion");
  const consistency = vectors("consistency");

  test("there are 98 of each kind", () => {
    expect([inclusion.length, consistency.length]).toEqual([98, 98]);
  });

  test.each(inclusion)("inclusion $file", ({ text }) => {
    const { root, leafHash, proof, wantErr } = JSON.parse(text);
    const hashes = (proof ?? []).map(bytes);
    const found = verifyInclusion(
      sizeIn(text, "leafIdx"),
      sizeIn(text, "treeSize"),
      bytes(leafHash),
      bytes(root),
      hashes,
    );
    expect(found).toBe(!wantErr);
  });

  test.each(consistency)("consistency $file", ({ text }) => {
    const { root1, root2, proof, wantErr } = JSON.parse(text);
    const hashes = (proof ?? []).map(bytes);
    const found = verifyConsistency(sizeIn(text, "size1"), sizeIn(text, "size2"), bytes(root1), bytes(root2), hashes);
    expect(found).toBe(!wantErr);
  });
});

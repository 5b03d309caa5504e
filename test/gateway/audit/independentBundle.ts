import { createHash, createHmac, createPublicKey, verify } from "node:crypto";

const sha256 = (...parts: readonly (string | Buffer)[]) =>
  parts.reduce<ReturnType<typeof createHash>>((hash, part) => hash.update(part), createHash("sha256")).digest();

/**
 * Judges a bundle of exported records by Node's cryptography alone, written from docs/access-log.md, RFC 6962 and the C2SP texts.
 *
 * @param pem public key of the log
 * @returns ids of the operations that are proven, and what is wrong, in words
 */
export function judgeBundle(text: string, pem: string): { readonly ids: string[]; readonly wrong: string[] } {
  const key = createPublicKey(pem);
  const wrong: string[] = [];
  const ids: string[] = [];
  const roots = new Map<string, { size: number; root: string }>();
  const proven = new Map<string, string>();
  const named = new Map<string, string>();
  for (const [number, line] of text.trimEnd().split("\n").entries()) {
    const given = JSON.parse(line);
    const blame = (what: string) => wrong.push(`line ${number + 1}: ${what}`);
    if (given.type === "checkpoint") {
      const [body = "", signatures = ""] = given.note.split("\n\n");
      const [origin, size, root] = body.split("\n");
      const own = signatures.split("\n").find((each: string) => each.startsWith(`\u2014 ${origin} `));
      const signature = Buffer.from(own?.split(" ")[2] ?? "", "base64").subarray(4);
      if (!verify(null, Buffer.from(`${body}\n`), key, signature)) blame("checkpoint not signed");
      else roots.set(origin, { size: Number(size), root });
    } else if (given.type === "entry") {
      const head = roots.get(given.origin);
      const path = given.hashes.map((each: string) => Buffer.from(each, "base64"));
      const root = head && rootBy(sha256("\u0000", given.entry), given.index, head.size, path);
      if (root?.toString("base64") === head?.root) proven.set(`${given.origin} ${given.index}`, given.entry);
      else blame("entry not in the tree");
    } else if (given.type === "key") {
      const token = createHmac("sha256", Buffer.from(given.key, "hex")).update(`${given.kind}:${given.value}`);
      if (token.digest("base64url") === given.token) named.set(given.token, given.value);
      else blame("row of the key table");
    } else {
      const entryAt = (index: number) => JSON.parse(proven.get(`${given.origin} ${index}`) ?? "{}");
      const operation = entryAt(given.operation);
      const subjects = given.subjects.map(entryAt);
      const belongs = subjects.every((each: { operation: string }) => each.operation === operation.id);
      const decided = given.decision === null ? null : entryAt(given.decision).id;
      if (operation.type !== "operation" || !belongs || decided !== operation.decision) blame("record not whole");
      else ids.push(operation.id);
    }
  }
  return { ids, wrong };
}

/** RFC 6962, 2.1.1, read backwards: the root that a leaf has with its audit path. */
function rootBy(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer | null {
  if (size === 1) return path.length === 0 ? leaf : null;
  const beside = path.at(-1);
  if (beside === undefined || index >= size) return null;
  const split = 2 ** Math.floor(Math.log2(size - 1));
  const within = path.slice(0, -1);
  if (index < split) {
    const left = rootBy(leaf, index, split, within);
    return left && sha256("\u0001", left, beside);
  }
  const right = rootBy(leaf, index - split, size - split, within);
  return right && sha256("\u0001", beside, right);
}

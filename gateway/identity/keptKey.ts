import { hkdfSync, randomUUID, type webcrypto } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import { z } from "zod";

/** Signing key (Ed25519) that is kept in a folder. */
export interface KeptKey {
  readonly privateKey: webcrypto.CryptoKey;
  /** Public half with `kid`, `alg` and `use`, as a key set shows it. */
  readonly publicJwk: JWK;
  /** RFC 7638 thumbprint. */
  readonly keyId: string;
  /** A secret of 32 bytes for another purpose, the same for all who read the key. */
  secretFor(purpose: string): Uint8Array;
}

const keyFile = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  d: z.string(),
});

/**
 * Reads the key from `<folder>/key.json`, or makes it on first use. Processes that start at the same time
 * end with the same key: the first complete file to take the name stays.
 *
 * @throws Error with one line that says what to do when the folder or the file cannot be used
 */
export async function keptKey(folder: string): Promise<KeptKey> {
  const file = join(folder, "key.json");
  const text = (await readIfThere(file)) ?? (await create(folder, file));
  const parsed = keyFile.safeParse(parseJson(text));
  if (!parsed.success) throw new Error(`${file} holds no signing key. Remove the file; a new key is made on next use.`);
  const { d, ...publicPart } = parsed.data;
  const keyId = await calculateJwkThumbprint(publicPart);
  return {
    privateKey: (await importJWK({ ...publicPart, d }, "EdDSA")) as webcrypto.CryptoKey,
    publicJwk: { ...publicPart, kid: keyId, alg: "EdDSA", use: "sig" },
    keyId,
    secretFor: (purpose) => new Uint8Array(hkdfSync("sha256", Buffer.from(d, "base64url"), "", purpose, 32)),
  };
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw new Error(`${file} cannot be read (${errorCode(error)}). Check its rights, or set SICHTFELD_DATA.`);
  }
}

/** Writes the whole key under a name of its own first, so that nobody ever reads half a key. */
async function create(folder: string, file: string): Promise<string> {
  const { privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const { kty, crv, x, d } = await exportJWK(privateKey);
  const draft = join(folder, `${randomUUID()}.draft`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const handle = await open(draft, "wx", 0o600);
    try {
      await handle.writeFile(JSON.stringify({ kty, crv, x, d }));
      await handle.sync();
    } finally {
      await handle.close();
    }
    // A link fails where the name is taken, so an earlier key is never replaced.
    await link(draft, file).catch((error: unknown) => {
      if (errorCode(error) !== "EEXIST") throw error;
    });
    return await readFile(file, "utf8");
  } catch (error) {
    throw new Error(`No signing key can be kept in ${folder} (${errorCode(error)}). Set SICHTFELD_DATA to a folder.`);
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "unknown error";
}

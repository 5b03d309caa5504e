import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * The key that signs checkpoints: private, Ed25519, PKCS #8 PEM.
 *
 * @param file made on first use where `make` says so, readable for its owner alone
 * @throws Error with one line that says what the file must be
 */
export async function logKey(file: string, make: boolean): Promise<KeyObject> {
  if (make) await makeKey(file);
  try {
    const key = createPrivateKey(await readFile(file));
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Unreadable and unusable files are mended in the same way.
  }
  throw new Error(`The log's key ${file} must be a readable Ed25519 private key (PKCS #8 PEM).`);
}

/** The first complete file to take the name stays, and nothing ever replaces it. */
async function makeKey(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.draft`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.writeFile(generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(draft, { force: true });
}

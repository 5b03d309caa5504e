import { createHash, createPublicKey, type KeyObject } from "node:crypto";

/** Ed25519 as signed-note has it: a signature of the note's text, or a timestamped cosignature (tlog-cosignature). */
export const noteKeyTypes = { signature: 0x01, cosignature: 0x04 } as const;

export type NoteKeyType = keyof typeof noteKeyTypes;

/** A public key under a name (C2SP signed-note). */
export interface NoteKey {
  readonly name: string;
  readonly type: NoteKeyType;
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Buffer;
}

/** First four bytes of SHA-256 of name, newline, type and key. */
export function noteKeyId({ name, type, publicKey }: NoteKey): Buffer {
  return createHash("sha256")
    .update(`${name}\n`)
    .update(Uint8Array.of(noteKeyTypes[type]))
    .update(publicKey)
    .digest()
    .subarray(0, 4);
}

/** A verifier key (vkey) in one line: `<name>+<key id>+<base64 of type and key>`. */
export function verifierKey(key: NoteKey): string {
  const material = Buffer.concat([Uint8Array.of(noteKeyTypes[key.type]), key.publicKey]);
  return `${key.name}+${noteKeyId(key).toString("hex")}+${material.toString("base64")}`;
}

/** @throws Error with one line that says what a verifier key is */
export function parseVerifierKey(text: string): NoteKey {
  const [, name = "", id = "", material = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(material, "base64");
  const type = (Object.keys(noteKeyTypes) as NoteKeyType[]).find((each) => noteKeyTypes[each] === bytes[0]);
  if (type !== undefined && bytes.length === 33) {
    const key = { name, type, publicKey: bytes.subarray(1) };
    if (noteKeyId(key).toString("hex") === id) return key;
  }
  throw new Error("A verifier key is <name>+<key id>+<base64 of an Ed25519 key> (C2SP signed-note).");
}

/** The 32 bytes of an Ed25519 key, public or private. */
export function rawPublicKey(key: KeyObject): Buffer {
  const half = key.type === "private" ? createPublicKey(key) : key;
  return Buffer.from(half.export({ format: "jwk" }).x ?? "", "base64url");
}

/** Node's key of the 32 bytes. */
export function publicKeyObject(raw: Buffer): KeyObject {
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: raw.toString("base64url") }, format: "jwk" });
}

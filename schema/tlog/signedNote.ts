import { type KeyObject, sign, verify } from "node:crypto";
import { type NoteKey, noteKeyId, publicKeyObject, rawPublicKey } from "./noteKey.ts";

/** A note that was taken apart; nothing of it is verified yet. */
export interface SignedNote {
  /** With its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** One signature line. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: Buffer;
  /** What follows the key id. */
  readonly signature: Buffer;
  /** The line without its newline. */
  readonly line: string;
}

/** Signatures beyond this are not read. */
const signaturesMax = 64;

/** Signature line of a note's text (C2SP signed-note, Ed25519), with its newline. */
export function signatureLine(text: string, name: string, privateKey: KeyObject): string {
  const key: NoteKey = { name, type: "signature", publicKey: rawPublicKey(privateKey) };
  return lineOf(key, sign(null, Buffer.from(text), privateKey));
}

/** Cosignature line of a checkpoint's text (C2SP tlog-cosignature, cosignature/v1), with its newline. */
export function cosignatureLine(text: string, name: string, privateKey: KeyObject, timestamp: number): string {
  const key: NoteKey = { name, type: "cosignature", publicKey: rawPublicKey(privateKey) };
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(timestamp));
  return lineOf(key, Buffer.concat([time, sign(null, cosignedMessage(text, BigInt(timestamp)), privateKey)]));
}

/** Null for what is no signed note. */
export function parseNote(bytes: Uint8Array): SignedNote | null {
  const note = Buffer.from(bytes).toString("utf8");
  if (!Buffer.from(note).equals(bytes) || hasControlCharacter(note)) return null;
  const end = note.lastIndexOf("\n\n");
  if (end === -1 || !note.endsWith("\n")) return null;
  const lines = note.slice(end + 2, -1).split("\n");
  const signatures = lines.map(parseLine);
  if (signatures.length > signaturesMax || signatures.some((each) => each === null)) return null;
  return { text: note.slice(0, end + 1), signatures: signatures.filter((each) => each !== null) };
}

/**
 * Whether a key signed the note: false where it did not, or where any signature under its name and id does not verify.
 */
export function isSignedBy({ text, signatures }: SignedNote, key: NoteKey): boolean {
  const own = signatures.filter(({ name, keyId }) => name === key.name && keyId.equals(noteKeyId(key)));
  return own.length > 0 && own.every(({ signature }) => verifies(text, signature, key));
}

function verifies(text: string, signature: Buffer, key: NoteKey): boolean {
  const publicKey = publicKeyObject(key.publicKey);
  if (key.type === "signature") return verify(null, Buffer.from(text), publicKey, signature);
  if (signature.length !== 72) return false;
  return verify(null, cosignedMessage(text, signature.readBigUInt64BE()), publicKey, signature.subarray(8));
}

function cosignedMessage(text: string, timestamp: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${timestamp}\n${text}`);
}

function lineOf(key: NoteKey, signature: Buffer): string {
  return `— ${key.name} ${Buffer.concat([noteKeyId(key), signature]).toString("base64")}\n`;
}

function parseLine(line: string): NoteSignature | null {
  const [, name = "", encoded = ""] = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? [];
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length < 5 || bytes.toString("base64") !== encoded) return null;
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4), line };
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < " " && character !== "\n");
}

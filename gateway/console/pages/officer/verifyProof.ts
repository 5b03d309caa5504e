/** The proof of an entry as the schema gives it (`LogEntryProof`). */
export interface EntryProof {
  readonly entry: string;
  readonly index: number;
  readonly size: number;
  /** Base64. */
  readonly hashes: readonly string[];
  readonly checkpoint: string;
}

/** One thing that was looked at. */
export interface Finding {
  readonly what: "checkpoint" | "inclusion" | "log key" | "witness key" | "witness checkpoint";
  readonly holds: boolean;
}

/** What the examiner has from elsewhere than from this server; empty where there is none. */
export interface Trusted {
  /** Verifier keys (C2SP signed-note), one line each. */
  readonly logKey: string;
  readonly witnessKey: string;
  /** A checkpoint that the witness gave out itself. */
  readonly witnessCheckpoint: string;
}

interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array<ArrayBuffer>;
}

interface VerifierKey {
  readonly name: string;
  readonly id: string;
  readonly type: number;
  readonly key: CryptoKey;
}

const ed25519 = 0x01;
const cosignature = 0x04;

/**
 * Verifies a proof in this browser, by WebCrypto and the texts of RFC 6962 and C2SP alone: no line of the server's own verifier vouches for it.
 *
 * @returns what was looked at, in order; a key that was not given is not looked at
 */
export async function verifyProof(proof: EntryProof, trusted: Trusted): Promise<readonly Finding[]> {
  const [text = ""] = proof.checkpoint.split("\n\n", 1);
  const head = parseCheckpoint(`${text}\n`);
  const findings: Finding[] = [{ what: "checkpoint", holds: head !== null && head.size === proof.size }];
  if (head === null) return findings;
  findings.push({ what: "inclusion", holds: equal(await rootFrom(proof), head.root) });
  if (trusted.logKey.trim() !== "") {
    findings.push({ what: "log key", holds: await isSigned(proof.checkpoint, trusted.logKey, ed25519) });
  }
  if (trusted.witnessKey.trim() !== "") {
    findings.push({ what: "witness key", holds: await isSigned(proof.checkpoint, trusted.witnessKey, cosignature) });
  }
  if (trusted.witnessCheckpoint.trim() !== "") {
    findings.push({ what: "witness checkpoint", holds: await agrees(head, trusted) });
  }
  return findings;
}

/** Whether the witness itself saw this very tree: the same log, size and root under its own signature. */
async function agrees(head: Checkpoint, { witnessKey, witnessCheckpoint }: Trusted): Promise<boolean> {
  const note = `${witnessCheckpoint.trim()}\n`;
  const seen = parseCheckpoint(`${note.split("\n\n", 1)[0]}\n`);
  if (seen === null || seen.origin !== head.origin || seen.size !== head.size || !equal(seen.root, head.root))
    return false;
  return isSigned(note, witnessKey, cosignature);
}

/** RFC 9162, 2.1.3.2. Null where the path does not fit the size. */
async function rootFrom({ entry, index, size, hashes }: EntryProof): Promise<Uint8Array | null> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return null;
  let hash = await sha256(Uint8Array.of(0), new TextEncoder().encode(entry));
  let [place, last] = [index, size - 1];
  for (const encoded of hashes) {
    const beside = bytesOf(encoded);
    if (last === 0 || beside?.length !== 32) return null;
    if (place % 2 === 1 || place === last) {
      hash = await sha256(Uint8Array.of(1), beside, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
    } else hash = await sha256(Uint8Array.of(1), hash, beside);
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}

/** C2SP tlog-checkpoint: origin, size, root, then lines that are let pass. */
function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = "", size = "", encoded = ""] = text.split("\n");
  const root = bytesOf(encoded);
  if (origin === "" || !/^(0|[1-9]\d{0,15})$/.test(size) || root?.length !== 32) return null;
  return { origin, size: Number(size), root };
}

/** Whether a signature line of the note is by this key, and verifies (C2SP signed-note, tlog-cosignature). */
async function isSigned(note: string, keyText: string, type: number): Promise<boolean> {
  const key = await parseKey(keyText);
  const end = note.lastIndexOf("\n\n");
  if (key === null || key.type !== type || end === -1) return false;
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split("\n");
  for (const line of lines) {
    const [, name = "", encoded = ""] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = bytesOf(encoded);
    if (bytes === null || name !== key.name || hex(bytes.subarray(0, 4)) !== key.id) continue;
    return type === cosignature
      ? bytes.length === 76 && verify(key.key, cosigned(text, bytes.subarray(4, 12)), bytes.subarray(12))
      : verify(key.key, text, bytes.subarray(4));
  }
  return false;
}

function cosigned(text: string, time: Uint8Array): string {
  const seconds = new DataView(time.buffer, time.byteOffset, 8).getBigUint64(0);
  return `cosignature/v1\ntime ${seconds}\n${text}`;
}

async function parseKey(text: string): Promise<VerifierKey | null> {
  const [, name = "", id = "", material = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const bytes = bytesOf(material);
  if (bytes?.length !== 33) return null;
  const digest = await sha256(new TextEncoder().encode(`${name}\n`), bytes);
  if (hex(digest.subarray(0, 4)) !== id) return null;
  const key = await crypto.subtle.importKey("raw", bytes.slice(1), "Ed25519", false, ["verify"]);
  return { name, id, type: bytes[0] ?? 0, key };
}

function verify(key: CryptoKey, text: string, signature: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return crypto.subtle.verify("Ed25519", key, signature, new TextEncoder().encode(text));
}

async function sha256(...parts: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", await new Blob([...parts]).arrayBuffer()));
}

/** Null where it is no base64. */
function bytesOf(encoded: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

function equal(one: Uint8Array | null, other: Uint8Array): boolean {
  return one !== null && one.length === other.length && one.every((byte, place) => byte === other[place]);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

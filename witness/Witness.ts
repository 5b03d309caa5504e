import type { KeyObject } from "node:crypto";
import { type Checkpoint, parseCheckpoint } from "../schema/tlog/checkpoint.ts";
import { cosignatureLine, isSignedBy, parseNote, type SignedNote } from "../schema/tlog/signedNote.ts";
import { verifyConsistency } from "../schema/tlog/verifyConsistency.ts";
import type { WitnessMemory } from "./WitnessMemory.ts";

/** Logs whose checkpoints are looked at: every origin that begins so, and the key that signs them. */
export interface TrustedLog {
  readonly originPrefix: string;
  /** 32 bytes, Ed25519. */
  readonly publicKey: Buffer;
}

/** What goes back to the log (C2SP tlog-witness). */
export interface WitnessReply {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly contentType: string;
  readonly body: string;
}

interface Request {
  readonly oldSize: number;
  readonly proof: readonly Buffer[];
  readonly note: SignedNote;
  readonly head: Checkpoint;
}

/** Longest proof that a log may send. */
const proofMax = 63;

/** Cosigns what continues what it cosigned before, and nothing else. */
export class Witness {
  readonly name: string;
  readonly #key: KeyObject;
  readonly #logs: readonly TrustedLog[];
  readonly #memory: WitnessMemory;
  readonly #clock: () => number;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param clock milliseconds since 1970 */
  constructor(
    name: string,
    key: KeyObject,
    logs: readonly TrustedLog[],
    memory: WitnessMemory,
    clock: () => number = Date.now,
  ) {
    this.name = name;
    this.#key = key;
    this.#logs = logs;
    this.#memory = memory;
    this.#clock = clock;
  }

  /** Answers `add-checkpoint`. One after the other: what is remembered is what was compared. */
  addCheckpoint(body: Uint8Array): Promise<WitnessReply> {
    const reply = this.#turn.then(() => this.#answer(body));
    this.#turn = reply.catch(() => {});
    return reply;
  }

  async #answer(body: Uint8Array): Promise<WitnessReply> {
    const request = parseRequest(body);
    if (request === null) return plain(400, "The body is an old size, a proof, an empty line and a checkpoint.");
    const { oldSize, proof, note, head } = request;
    const log = this.#logs.find(({ originPrefix }) => head.origin.startsWith(originPrefix));
    if (log === undefined) return plain(404, "This witness does not know the log.");
    const key = { name: head.origin, type: "signature", publicKey: log.publicKey } as const;
    if (!isSignedBy(note, key)) return plain(403, "The log's key did not sign the checkpoint.");
    if (oldSize > head.size) return plain(400, "The old size is larger than the checkpoint.");
    const before = await this.#memory.recall(head.origin);
    if (oldSize !== (before?.size ?? 0)) return conflict(before?.size ?? 0);
    if (before !== null && before.size === head.size && !before.root.equals(head.root)) return conflict(before.size);
    const continues =
      before === null || before.size === 0
        ? proof.length === 0
        : verifyConsistency(before.size, head.size, before.root, head.root, proof);
    if (!continues) return plain(422, "The proof does not show that the tree continues the one before.");
    await this.#memory.remember(head);
    const line = cosignatureLine(note.text, this.name, this.#key, Math.floor(this.#clock() / 1000));
    return { status: 200, contentType: "text/plain; charset=utf-8", body: line };
  }
}

function parseRequest(body: Uint8Array): Request | null {
  const bytes = Buffer.from(body);
  const end = bytes.indexOf("\n\n");
  if (end === -1) return null;
  const [first = "", ...lines] = bytes.subarray(0, end).toString("utf8").split("\n");
  const [, size] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const proof = lines.map((line) => Buffer.from(line, "base64"));
  const isProof = lines.length <= proofMax && proof.every((hash, each) => hash.toString("base64") === lines[each]);
  const note = parseNote(bytes.subarray(end + 2));
  const head = note === null ? null : parseCheckpoint(note.text);
  if (size === undefined || !isProof || note === null || head === null) return null;
  return { oldSize: Number(size), proof, note, head };
}

function conflict(size: number): WitnessReply {
  return { status: 409, contentType: "text/x.tlog.size", body: `${size}\n` };
}

function plain(status: WitnessReply["status"], sentence: string): WitnessReply {
  return { status, contentType: "text/plain; charset=utf-8", body: `${sentence}\n` };
}

import { hashOf } from "../../schema/accessLogFormat.ts";
import { shardOrigin } from "../../schema/accessLogNames.ts";
import { parseCheckpoint } from "../../schema/tlog/checkpoint.ts";
import type { NoteKey } from "../../schema/tlog/noteKey.ts";
import { isSignedBy, parseNote } from "../../schema/tlog/signedNote.ts";
import { tilePath } from "../../schema/tlog/tilePath.ts";
import type { LogFaultCode } from "./LogFault.ts";
import { TreeEdge } from "./TreeEdge.ts";

/** What a tree must be, worked out from the entries of the journal one after the other. */
export class ExpectedTree {
  readonly #edge = new TreeEdge();
  /** Path → SHA-256 of what the file must be. */
  readonly #files = new Map<string, string>();
  readonly #head: ReturnType<typeof readHead>;
  #root: Buffer | null = null;

  /** @param checkpoint the file; null for none */
  constructor(checkpoint: Uint8Array | null) {
    this.#head = readHead(checkpoint);
    if (this.#head?.size === 0) this.#root = this.#edge.root();
  }

  add(entry: string): void {
    // What is behind the checkpoint is not in the tree yet.
    if (this.#edge.size === this.#head?.size) return;
    this.#edge.add(Buffer.from(entry));
    for (const { place, bytes } of this.#edge.takeFull()) this.#files.set(tilePath(place), hashOf(bytes));
    if (this.#edge.size !== this.#head?.size) return;
    this.#root = this.#edge.root();
    for (const { place, bytes } of this.#edge.partials()) this.#files.set(tilePath(place), hashOf(bytes));
  }

  /** Size of the checkpoint; 0 where there is none that can be read. */
  get size(): number {
    return this.#head?.size ?? 0;
  }

  /** What is wrong with the checkpoint; null for nothing. @param publicKey 32 bytes, Ed25519; null: the signature is not looked at */
  headFault(shard: string, publicKey: Buffer | null): LogFaultCode | null {
    const head = this.#head;
    if (head === null || head.origin !== shardOrigin(shard)) return "CHECKPOINT_INVALID";
    const key: NoteKey | null = publicKey && { name: head.origin, type: "signature", publicKey };
    if (key !== null && !isSignedBy(head.note, key)) return "CHECKPOINT_INVALID";
    return this.#root?.equals(head.root) ? null : "ROOT_DIFFERS";
  }

  /** What is wrong with a file of the tree; null for nothing. A tile that the checkpoint does not need is what a crash left. */
  fileFault(path: string, bytes: Uint8Array): LogFaultCode | null {
    const expected = this.#files.get(path);
    return expected === undefined || expected === hashOf(bytes) ? null : "TILE_DIFFERS";
  }

  /** Paths of the files that the tree has. */
  paths(): readonly string[] {
    return [...this.#files.keys()];
  }
}

function readHead(bytes: Uint8Array | null) {
  const note = bytes === null ? null : parseNote(bytes);
  const head = note === null ? null : parseCheckpoint(note.text);
  return note === null || head === null ? null : { ...head, note };
}

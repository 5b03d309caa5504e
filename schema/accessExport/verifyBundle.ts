import type { z } from "zod";
import { decisionEntry, decisionId, type logEntry, operationEntry, subjectEntry } from "../accessLogFormat.ts";
import { tokenOf } from "../accessLogKeys.ts";
import { canonicalJson } from "../canonicalJson.ts";
import { type Checkpoint, parseCheckpoint } from "../tlog/checkpoint.ts";
import { leafHash } from "../tlog/hashes.ts";
import { isSignedBy, parseNote } from "../tlog/signedNote.ts";
import { verifyInclusion } from "../tlog/verifyInclusion.ts";
import { type BundleLine, bundleLine } from "./ExportBundle.ts";
import { type ExportedRecord, exportedRecord, type RecordEntries } from "./ExportedRecord.ts";

/** What can be wrong with a bundle. */
export const bundleFaultCodes = {
  LINE_UNREADABLE: "The line is none of a bundle.",
  CHECKPOINT_UNSIGNED: "None of the keys signed this checkpoint.",
  ENTRY_UNPROVEN: "The entry does not stand in the tree of the checkpoint above.",
  KEY_BROKEN: "The row of the key table does not prove itself.",
  RECORD_INCOMPLETE: "The entries of the record are not all there, or do not belong together.",
} as const;

/** What judging a bundle found. */
export interface VerifiedBundle {
  /** Numbers of lines, from 1. */
  readonly faults: readonly { readonly line: number; readonly code: keyof typeof bundleFaultCodes }[];
  /** The records that are proven, in the order of the bundle. */
  readonly records: readonly ExportedRecord[];
  /** Data subjects of these records that it does not tell. */
  readonly untold: number;
}

/**
 * Judges a bundle by public keys alone. Pure.
 *
 * @param publicKeys 32 bytes each, Ed25519, of the logs; one of them must have signed each checkpoint
 */
export function verifyBundle(text: string, publicKeys: readonly Buffer[]): VerifiedBundle {
  const reader = new BundleReader(publicKeys);
  const faults: { line: number; code: keyof typeof bundleFaultCodes }[] = [];
  const lines = text.split("\n");
  if (lines.pop() !== "") faults.push({ line: lines.length + 1, code: "LINE_UNREADABLE" });
  lines.forEach((each, number) => {
    const code = reader.read(each);
    if (code !== null) faults.push({ line: number + 1, code });
  });
  return { faults, records: reader.records(), untold: reader.untold };
}

class BundleReader {
  readonly #publicKeys: readonly Buffer[];
  readonly #heads = new Map<string, Checkpoint>();
  readonly #entries = new Map<string, string>();
  readonly #named = new Map<string, string>();
  readonly #records: RecordEntries[] = [];
  untold = 0;

  constructor(publicKeys: readonly Buffer[]) {
    this.#publicKeys = publicKeys;
  }

  /** Only now, because a row of the key table may stand behind a record that needs it. */
  records(): readonly ExportedRecord[] {
    return this.#records.map((each) => exportedRecord(each, (token) => this.#named.get(token)));
  }

  /** @returns what is wrong with the line; null for nothing */
  read(text: string): keyof typeof bundleFaultCodes | null {
    const line = bundleLine.safeParse(parseJson(text)).data;
    if (line === undefined || canonicalJson(line) !== text) return "LINE_UNREADABLE";
    if (line.type === "checkpoint") return this.#readCheckpoint(line.note) ? null : "CHECKPOINT_UNSIGNED";
    if (line.type === "entry") return this.#readEntry(line) ? null : "ENTRY_UNPROVEN";
    if (line.type === "record") return this.#readRecord(line) ? null : "RECORD_INCOMPLETE";
    if (tokenOf(line.key, line.kind, line.value) !== line.token) return "KEY_BROKEN";
    this.#named.set(line.token, line.value);
    return null;
  }

  #readCheckpoint(text: string): boolean {
    const note = parseNote(Buffer.from(text));
    const head = note === null ? null : parseCheckpoint(note.text);
    if (note === null || head === null) return false;
    const { origin: name } = head;
    if (!this.#publicKeys.some((publicKey) => isSignedBy(note, { name, type: "signature", publicKey }))) return false;
    this.#heads.set(name, head);
    return true;
  }

  #readEntry({ origin, index, entry, hashes }: BundleLine & { type: "entry" }): boolean {
    const head = this.#heads.get(origin);
    if (head === undefined) return false;
    const proof = hashes.map((each) => Buffer.from(each, "base64"));
    if (!verifyInclusion(index, head.size, leafHash(Buffer.from(entry)), head.root, proof)) return false;
    this.#entries.set(`${origin} ${index}`, entry);
    return true;
  }

  #readRecord({
    origin,
    operation: index,
    decision: decided,
    subjects: places,
  }: BundleLine & { type: "record" }): boolean {
    const operation = this.#entry(origin, index, operationEntry);
    if (operation === null || (operation.decision === null) !== (decided === null)) return false;
    const decision = decided === null ? null : this.#entry(origin, decided, decisionEntry);
    if (decided !== null && (decision === null || !isDecisionOf(operation.decision, decision))) return false;
    const subjects = places.map((place) => this.#entry(origin, place, subjectEntry));
    const follow = places.every(
      (place, each) => place > (places[each - 1] ?? index) && place <= index + operation.subjects,
    );
    if (!follow || subjects.some((each) => each === null || each.operation !== operation.id)) return false;
    this.untold += operation.subjects - subjects.length;
    this.#records.push({ origin, index, operation, decision, subjects: subjects.filter((each) => each !== null) });
    return true;
  }

  #entry<T extends z.infer<typeof logEntry>>(origin: string, index: number, shape: z.ZodType<T>): T | null {
    return shape.safeParse(parseJson(this.#entries.get(`${origin} ${index}`) ?? "")).data ?? null;
  }
}

function isDecisionOf(id: string | null, { id: own, ...rest }: z.infer<typeof decisionEntry>): boolean {
  return own === id && decisionId(rest) === id;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

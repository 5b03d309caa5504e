import { join } from "node:path";
import type { BundleLine } from "../../../schema/accessExport/ExportBundle.ts";
import { type ExportedRecord, exportedRecord } from "../../../schema/accessExport/ExportedRecord.ts";
import { decisionEntry, operationEntry, subjectEntry } from "../../../schema/accessLogFormat.ts";
import type { KeyRow } from "../../../schema/accessLogKeys.ts";
import { shardOrigin } from "../../../schema/accessLogNames.ts";
import { readTree } from "../readTree.ts";

/** Where a record stands in the log, and the data subjects that are told of it. All but the shard are leaves. */
export interface ExportedPlace {
  /** `<instance>/<shard>`. */
  readonly shard: string;
  readonly operation: number;
  /** Null where nothing was decided. */
  readonly decision: number | null;
  readonly subjects: readonly number[];
}

/** A record, with the lines of a bundle that prove it by themselves. */
export interface Evidence {
  readonly lines: readonly BundleLine[];
  readonly record: ExportedRecord;
}

/** Rows of the key tables by token, without those that are erased. */
type KeysOf = (tokens: ReadonlySet<string>) => Promise<ReadonlyMap<string, KeyRow>>;

/** Entries of a shard by leaf, each proven by the checkpoint in `note`. */
interface Proven {
  readonly note: string;
  readonly entries: ReadonlyMap<number, BundleLine & { readonly type: "entry" }>;
}

/**
 * Records with their proofs, from the log's files, in the order of the places.
 *
 * @returns null where a checkpoint does not cover all of them yet
 * @throws the error of the system where the log cannot be read
 */
export async function collectEvidence(
  folder: string,
  places: readonly ExportedPlace[],
  keysOf: KeysOf,
): Promise<readonly Evidence[] | null> {
  const proven = new Map<string, Proven>();
  for (const [shard, ofShard] of Map.groupBy(places, (place) => place.shard)) {
    const read = await proofsOf(folder, shard, ofShard.flatMap(leavesOf));
    if (read === null) return null;
    proven.set(shard, read);
  }
  const found = places.map((place) => ({ place, ...entriesOf(place, proven.get(place.shard)) }));
  const keys = await keysOf(new Set(found.flatMap(({ tokens }) => tokens)));
  return found.map(({ place: { shard, ...leaves }, lines, entries, tokens }) => ({
    lines: [
      ...lines,
      ...tokens.flatMap((token) => keys.get(token) ?? []).map((row): BundleLine => ({ v: 1, type: "key", ...row })),
      { v: 1, type: "record", origin: shardOrigin(shard), ...leaves },
    ],
    record: exportedRecord(entries, (token) => keys.get(token)?.value),
  }));
}

function leavesOf({ operation, decision, subjects }: ExportedPlace): readonly number[] {
  return decision === null ? [operation, ...subjects] : [decision, operation, ...subjects];
}

/** The entries of a record, the lines that prove them, and the tokens that are in them. */
function entriesOf(place: ExportedPlace, proven: Proven | undefined) {
  const lineOf = (leaf: number) => {
    const line = proven?.entries.get(leaf);
    if (line === undefined) throw new RangeError("An entry was not read.");
    return line;
  };
  const parsed = (leaf: number): unknown => JSON.parse(lineOf(leaf).entry);
  const operation = operationEntry.parse(parsed(place.operation));
  const subjects = place.subjects.map((leaf) => subjectEntry.parse(parsed(leaf)));
  const named = [operation.case, operation.reason, ...operation.askedCases, ...subjects.map(({ subject }) => subject)];
  const lines: BundleLine[] = [{ v: 1, type: "checkpoint", note: proven?.note ?? "" }, ...leavesOf(place).map(lineOf)];
  return {
    lines,
    tokens: [...new Set(named.filter((token) => token !== null))],
    entries: {
      origin: shardOrigin(place.shard),
      index: place.operation,
      operation,
      decision: place.decision === null ? null : decisionEntry.parse(parsed(place.decision)),
      subjects,
    },
  };
}

/** @returns null where the checkpoint does not cover the leaves */
async function proofsOf(folder: string, shard: string, leaves: readonly number[]): Promise<Proven | null> {
  const origin = shardOrigin(shard);
  return readTree(join(folder, shard), async ({ head, note, tree, entry }) => {
    const entries = new Map<number, BundleLine & { readonly type: "entry" }>();
    for (const index of new Set(leaves)) {
      const bytes = index < head.size ? await entry(index) : null;
      if (bytes === null) return null;
      const hashes = (await tree.inclusionProof(index, head.size)).map((hash) => hash.toString("base64"));
      entries.set(index, { v: 1, type: "entry", origin, index, entry: bytes.toString("utf8"), hashes });
    }
    return { note, entries };
  });
}

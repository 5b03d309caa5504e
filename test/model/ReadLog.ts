import { setTimeout } from "node:timers/promises";
import { proofOf } from "../../subgraphs/audit/proofOf.ts";
import { type LogTree, queryLogTree } from "../../subgraphs/audit/queryLogTree.ts";
import { accessRecords } from "./accessRecords.ts";
import type { ModelGateway } from "./ModelGateway.ts";
import type { Item } from "./Registry.ts";
import { wholeNumbers } from "./Values.ts";

/** The access log as it is read of: one for all worlds, and nothing is added while they are asked. */
export interface ReadLog {
  /** The latest first, each with its proof. */
  readonly records: readonly Item[];
  readonly instance: string;
  readonly shard: string;
  /** The tree with the proof that it continues the size `from`; for sizes that operations are drawn with. */
  tree(from: number | null): LogTree | null;
}

/** A log in which nothing stands. */
export const emptyLog: ReadLog = { records: [], instance: "", shard: "", tree: () => null };

const checkpointPollMilliseconds = 50;

/** Proofs come from the audit's own functions, which have tests of their own: here it counts who is told of them. */
export async function readLog({ accesses, logFolder }: ModelGateway): Promise<ReadLog> {
  const proofs = new Map<string, Item>();
  for (const { entry, receipt } of accesses) {
    const shard = receipt.segment.split("/").slice(0, 2).join("/");
    for (let proof = null; proof === null; ) {
      proof = await proofOf(logFolder, shard, receipt.leaf);
      if (proof === null) await setTimeout(checkpointPollMilliseconds);
      else proofs.set(entry.id, proof);
    }
  }
  const [instance = "", shard = ""] = accesses[0]?.receipt.segment.split("/") ?? [];
  const trees = new Map<number | null, LogTree | null>();
  const officer = { reading: () => [{ category: "", action: "SEE" as const, when: ["ANY"], unless: [] }] };
  for (const from of [null, ...wholeNumbers])
    trees.set(from, await queryLogTree(logFolder, { instance, shard, from }, { grant: officer } as never));
  const records = accessRecords(accesses.map(({ entry }) => entry));
  return {
    records: records.map((record) => ({ ...record, proof: proofs.get(record.id) ?? null })),
    instance,
    shard,
    tree: (from) => trees.get(from) ?? null,
  };
}

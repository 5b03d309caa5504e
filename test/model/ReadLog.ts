import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { chainStart, readChain } from "../../schema/accessLogChain.ts";
import { readKeys } from "../../schema/accessLogKeys.ts";
import { loggedOperations } from "../../schema/accessLogOperations.ts";
import { collectEvidence, type Evidence } from "../../subgraphs/audit/export/collectEvidence.ts";
import { exportTexts } from "../../subgraphs/audit/export/queryAccessExport.ts";
import { listShards } from "../../subgraphs/audit/listShards.ts";
import { proofOf } from "../../subgraphs/audit/proofOf.ts";
import { queryLogShards, type ShardHealth } from "../../subgraphs/audit/queryLogShards.ts";
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
  /** Every shard that is kept. */
  readonly shards: readonly ShardHealth[];
  /** The tree with the proof that it continues the size `from`; for sizes that operations are drawn with. */
  tree(from: number | null): LogTree | null;
  /** These records as documents. */
  exported(ids: readonly string[]): Item;
}

/** A log in which nothing stands. */
export const emptyLog: ReadLog = {
  records: [],
  instance: "",
  shard: "",
  shards: [],
  tree: () => null,
  exported: () => ({}),
};

const checkpointPollMilliseconds = 50;

/** The documents of records are put together by the audit's own functions, from what stands in the files. */
async function exportedFrom(folder: string): Promise<ReadLog["exported"]> {
  const evidence = new Map<string, Evidence>();
  for (const [shard, { journal, keys }] of await listShards(folder)) {
    const read = (file: string) => readFileSync(join(folder, shard, file));
    const logged = journal.map((file) => loggedOperations(readChain(read(file), chainStart(shard, file)).lines));
    const decisions = new Map(
      logged.flatMap((each) => each.decisions.map(({ entry, leaf }) => [entry.id, leaf] as const)).toReversed(),
    );
    const operations = logged.flatMap((each) => each.operations);
    const places = operations.map(({ operation, leaf, subjects }) => ({
      shard,
      operation: leaf,
      decision: decisions.get(operation.decision ?? "") ?? null,
      subjects: subjects.map((_, each) => leaf + 1 + each),
    }));
    const rows = new Map(keys.flatMap((file) => readKeys(read(file)).rows).map((row) => [row.token, row]));
    const keysOf = async (tokens: ReadonlySet<string>) => new Map([...rows].filter(([token]) => tokens.has(token)));
    for (const each of (await collectEvidence(folder, places, keysOf)) ?? []) evidence.set(each.record.id, each);
  }
  return (ids) => {
    const texts = exportTexts(ids.flatMap((id) => evidence.get(id) ?? []));
    return { csv: texts.csv(), jsonLines: texts.jsonLines(), bundle: texts.bundle() };
  };
}

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
    shards: await queryLogShards(logFolder, { grant: officer } as never),
    exported: await exportedFrom(logFolder),
    tree: (from) => trees.get(from) ?? null,
  };
}

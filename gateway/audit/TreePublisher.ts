import type { KeyObject } from "node:crypto";
import { parseShardName, shardsInOrder } from "../../schema/accessLogNames.ts";
import type { LogFolder } from "./LogFolder.ts";
import type { OnCommitted } from "./OnCommitted.ts";
import { type PublishedCheckpoint, ShardTree } from "./ShardTree.ts";
import type { TreeFiles } from "./treeFiles.ts";

/** Longest time from an entry to the checkpoint over it, in milliseconds, where the disk keeps up. */
const publishMilliseconds = 1_000;

/** Pause after a fault, in milliseconds, doubled with every further one: a tree that is opened again may read its whole journal. */
const pauseMilliseconds = { min: 1_000, max: 3_600_000 } as const;

export interface TreePublisherOptions {
  readonly folder: LogFolder;
  /** Files of a shard's tree. */
  readonly filesOf: (shard: string) => TreeFiles;
  /** Private Ed25519 key that signs checkpoints. */
  readonly key: KeyObject;
  /** Is told each checkpoint, for the witnesses. */
  readonly onCheckpoint: (tree: ShardTree, checkpoint: PublishedCheckpoint) => Promise<void>;
  /** Is told what the operator must know. */
  readonly report: (error: unknown) => void;
}

/** Publishes the trees of an instance, beside the path of an answer: nothing waits for it. */
export class TreePublisher {
  readonly #options: TreePublisherOptions;
  /** Shard → its tree; null after a fault: it is opened again at the next turn. */
  readonly #trees = new Map<string, ShardTree | null>();
  readonly #waiting = new Map<string, { readonly firstLeaf: number; readonly entries: string[] }>();
  /** Shard → number of leaves that are known to be durable. */
  readonly #durable = new Map<string, number>();
  /** Shard → faults in a row, and the time, in milliseconds since 1970, before which it is left alone. */
  readonly #faults = new Map<string, { readonly count: number; readonly until: number }>();
  #turn: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  /** For what failed: there may be no further entry for long. */
  #retry: NodeJS.Timeout | null = null;

  constructor(options: TreePublisherOptions) {
    this.#options = options;
  }

  /** Publishes what earlier processes left. */
  async start(): Promise<void> {
    for (const name of shardsInOrder(await this.#options.folder.list())) this.#trees.set(name, null);
    await this.publish();
  }

  /** Takes entries that are durable, in their order; never waits. They go into an open tree at once: a second's entries would be a burst of work. */
  readonly committed: OnCommitted = (shard, firstLeaf, entries) => {
    const tree = this.#trees.get(shard) ?? null;
    const waiting = this.#waiting.get(shard) ?? { firstLeaf, entries: [] };
    if (tree !== null && firstLeaf <= tree.size && waiting.entries.length === 0) tree.add(firstLeaf, entries);
    else {
      for (const entry of entries) waiting.entries.push(entry);
      this.#waiting.set(shard, waiting);
    }
    this.#durable.set(shard, firstLeaf + entries.length);
    this.#timer ??= setTimeout(() => void this.publish(), publishMilliseconds).unref();
  };

  /** Resolves when everything that was committed before the call is published, or was reported. */
  publish(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#turn = this.#turn.then(() => this.#publishAll());
    return this.#turn;
  }

  async close(): Promise<void> {
    await this.publish();
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#retry !== null) clearTimeout(this.#retry);
  }

  async #publishAll(): Promise<void> {
    for (const shard of new Set([...this.#trees.keys(), ...this.#waiting.keys()])) {
      if (Date.now() < (this.#faults.get(shard)?.until ?? 0)) this.#waiting.delete(shard);
      else await this.#publishShard(shard).catch((error: unknown) => this.#pause(shard, error));
    }
    this.#closeEarlierYears();
    this.#retryFailed();
  }

  #retryFailed(): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    if (this.#faults.size === 0) return;
    const due = Math.min(...[...this.#faults.values()].map(({ until }) => until));
    this.#retry = setTimeout(() => void this.publish(), Math.max(0, due - Date.now())).unref();
  }

  async #publishShard(shard: string): Promise<void> {
    const known = this.#trees.get(shard) ?? null;
    const tree = known ?? (await this.#open(shard));
    const waiting = this.#waiting.get(shard);
    this.#waiting.delete(shard);
    if (waiting !== undefined) tree.add(waiting.firstLeaf, waiting.entries);
    const checkpoint = await tree.publish();
    this.#faults.delete(shard);
    if (checkpoint !== null) await this.#options.onCheckpoint(tree, checkpoint);
  }

  /** What waited stands in the journal, and is read from there when the tree is opened again. */
  #pause(shard: string, error: unknown): void {
    this.#trees.set(shard, null);
    this.#waiting.delete(shard);
    const count = this.#faults.get(shard)?.count ?? 0;
    const pause = Math.min(pauseMilliseconds.max, pauseMilliseconds.min * 2 ** count);
    this.#faults.set(shard, { count: count + 1, until: Date.now() + pause });
    this.#options.report(error);
  }

  async #open(shard: string): Promise<ShardTree> {
    const folder = await this.#options.folder.shard(shard);
    const tree = await ShardTree.open(
      folder,
      this.#options.filesOf(shard),
      this.#options.key,
      this.#durable.get(shard) ?? null,
    );
    this.#trees.set(shard, tree);
    return tree;
  }

  /** A year that is over gets no entry any more; what failed of it is still to be published. */
  #closeEarlierYears(): void {
    const latest = new Map(
      shardsInOrder([...this.#trees.keys()]).map((name) => [parseShardName(name)?.logClass, name]),
    );
    for (const name of this.#trees.keys())
      if (latest.get(parseShardName(name)?.logClass) !== name && !this.#faults.has(name)) this.#trees.delete(name);
  }
}

import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AccessEntry } from "../../../gateway/audit/AccessEntry.ts";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import { type LogLimits, logLimits } from "../../../gateway/audit/logLimits.ts";
import { openLogFolder } from "../../../gateway/audit/openLogFolder.ts";
import type { PublishedCheckpoint, ShardTree } from "../../../gateway/audit/ShardTree.ts";
import { TreePublisher } from "../../../gateway/audit/TreePublisher.ts";
import { treeFiles } from "../../../gateway/audit/treeFiles.ts";
import { verifyLog } from "../../../gateway/audit/verifyLog.ts";
import { rawPublicKey } from "../../../schema/tlog/noteKey.ts";

/** A log with its tree in a folder of its own, on 15 June 2026 if `now` is not set to another day. */
export class TreeWorld {
  readonly folder = mkdtempSync(join(tmpdir(), "sichtfeld-tree-"));
  /** Where the key is kept, away from the log. */
  readonly #keys = mkdtempSync(join(tmpdir(), "sichtfeld-tree-keys-"));
  readonly instance: string;
  readonly shard: string;
  readonly origin: string;
  readonly key: KeyObject;
  readonly publicKey: Buffer;
  readonly checkpoints: PublishedCheckpoint[] = [];
  readonly reports: unknown[] = [];
  now = Date.UTC(2026, 5, 15);
  onCheckpoint: (tree: ShardTree, checkpoint: PublishedCheckpoint) => Promise<void> = async () => {};

  constructor(instance = "a1", key = generateKeyPairSync("ed25519").privateKey) {
    this.instance = instance;
    this.shard = join(this.folder, instance, "access-2026");
    this.origin = `sichtfeld/${instance}/access-2026`;
    this.key = key;
    this.publicKey = rawPublicKey(key);
  }

  /** File with the private key. */
  get keyFile(): string {
    const file = join(this.#keys, "key.pem");
    writeFileSync(file, this.key.export({ type: "pkcs8", format: "pem" }));
    return file;
  }

  /** One life of the gateway: groups of entries, each with a checkpoint behind it. */
  async live(
    groups: readonly (readonly AccessEntry[])[],
    limits: Partial<LogLimits> = {},
    beforeEnd: () => Promise<void> = async () => {},
  ): Promise<void> {
    const folder = await openLogFolder(this.folder, this.instance);
    const publisher = new TreePublisher({
      folder,
      filesOf: (shard) => treeFiles(join(this.folder, this.instance, shard)),
      key: this.key,
      onCheckpoint: async (tree, checkpoint) => {
        this.checkpoints.push(checkpoint);
        await this.onCheckpoint(tree, checkpoint);
      },
      report: (error) => this.reports.push(error),
    });
    const log = await AccessLog.open(folder, () => this.now, { ...logLimits, ...limits }, publisher.committed);
    await publisher.start();
    for (const group of groups) {
      await Promise.all(group.map((entry) => log.append(entry)));
      await publisher.publish();
    }
    await beforeEnd();
    await publisher.close();
    await log.close();
  }

  async faults(): Promise<readonly string[]> {
    const shards = await verifyLog(this.folder, () => {}, this.publicKey);
    return [...shards.values()].flatMap(({ faults }) => faults.map(({ file, code }) => `${code} ${file}`));
  }

  remove(): void {
    for (const each of [this.folder, this.#keys]) rmSync(each, { recursive: true, force: true });
  }
}

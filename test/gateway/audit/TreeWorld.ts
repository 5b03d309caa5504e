import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
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
  readonly shard = join(this.folder, "a1", "access-2026");
  readonly origin = "sichtfeld/a1/access-2026";
  readonly key = generateKeyPairSync("ed25519").privateKey;
  readonly publicKey = rawPublicKey(this.key);
  readonly checkpoints: PublishedCheckpoint[] = [];
  readonly reports: unknown[] = [];
  now = Date.UTC(2026, 5, 15);
  onCheckpoint: (tree: ShardTree, checkpoint: PublishedCheckpoint) => Promise<void> = async () => {};

  /** One life of the gateway: groups of entries, each with a checkpoint behind it. */
  async live(
    groups: readonly (readonly AccessEntry[])[],
    limits: Partial<LogLimits> = {},
    beforeEnd: () => Promise<void> = async () => {},
  ): Promise<void> {
    const folder = await openLogFolder(this.folder, "a1");
    const publisher = new TreePublisher({
      folder,
      filesOf: (shard) => treeFiles(join(this.folder, "a1", shard)),
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
    rmSync(this.folder, { recursive: true, force: true });
  }
}

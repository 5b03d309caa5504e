import { join } from "node:path";
import { AccessLog } from "./AccessLog.ts";
import { askWitnesses } from "./askWitnesses.ts";
import { endDaily } from "./endDaily.ts";
import { endRetired } from "./endRetired.ts";
import { endShards, type ShardEnd } from "./endShards.ts";
import type { LogFolder } from "./LogFolder.ts";
import { logKey } from "./logKey.ts";
import { logLimits } from "./logLimits.ts";
import { openLogFolder } from "./openLogFolder.ts";
import { readWitnesses } from "./readWitnesses.ts";
import { TreePublisher } from "./TreePublisher.ts";
import { treeFiles } from "./treeFiles.ts";

export interface AccessLogOptions {
  /** Folder of the whole log. */
  readonly folder: string;
  /** Name of the instance; null: the one in the folder. */
  readonly instance: string | null;
  /** File of the private key that signs checkpoints. */
  readonly keyFile: string;
  /** Whether the key is made where there is none. */
  readonly makeKey: boolean;
  /** File with the witnesses; null: none. */
  readonly witnessesFile: string | null;
  /** Is told what the operator must know: checkpoints that were not signed, witnesses that did not cosign. */
  readonly report: (detail: Readonly<Record<string, unknown>>) => void;
  /** Is told of each shard that was ended because its time is over, or that should have been. */
  readonly onEnd: (end: ShardEnd) => void;
}

/** A log that is open, with the trees that are published of it. */
export interface OpenAccessLog {
  readonly log: AccessLog;
  readonly folder: LogFolder;
  /** Ends what is over by the log's own clock: shards of this instance, and of those that nobody holds. */
  end(): Promise<readonly ShardEnd[]>;
  /** Writes what waits, and publishes it. */
  close(): Promise<void>;
}

/** @throws AccessLogError, or Error with one line about a file that cannot be used */
export async function openAccessLog(options: AccessLogOptions): Promise<OpenAccessLog> {
  const { report } = options;
  const key = await logKey(options.keyFile, options.makeKey);
  const witnesses = options.witnessesFile === null ? [] : readWitnesses(options.witnessesFile);
  const folder = await openLogFolder(options.folder, options.instance);
  const publisher = new TreePublisher({
    folder,
    filesOf: (shard) => treeFiles(join(options.folder, folder.instance, shard)),
    key,
    onCheckpoint: askWitnesses(witnesses, (witness, error) => report({ witness, error })),
    report: (error) => report({ error }),
  });
  try {
    // The folder stays locked until the trees are published.
    const log = await AccessLog.open({ ...folder, release() {} }, Date.now, logLimits, publisher.committed);
    // Before the first entry: then all that the journals hold is durable.
    await publisher.start();
    await log.finishErasing();
    // By the log's own clock: one that was set wrong for a moment destroys nothing.
    const end = async () => {
      if (log.latest === null) return [];
      const own = await endShards(options.folder, key, log.latest, folder.instance);
      return [...own, ...(await endRetired(options.folder, key, log.latest, folder.instance))];
    };
    const stopEnding = await endDaily(end, { onEnd: options.onEnd, onError: (error) => report({ error }) });
    const close = async () => {
      await stopEnding();
      await log.close();
      await publisher.close();
      folder.release();
    };
    return { log, folder, end, close };
  } catch (error) {
    folder.release();
    throw error;
  }
}

import type { KeyObject } from "node:crypto";
import { open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { instancePattern, parseShardName, shardOrigin, shardsInOrder } from "../../schema/accessLogNames.ts";
import { endStatementName, endsOn, hasEnded, retentionNorms } from "../../schema/accessLogRetention.ts";
import { type Checkpoint, checkpointText, parseCheckpoint } from "../../schema/tlog/checkpoint.ts";
import { rawPublicKey } from "../../schema/tlog/noteKey.ts";
import { isSignedBy, parseNote, signatureLine } from "../../schema/tlog/signedNote.ts";
import { verifyEndStatement } from "../../schema/verifyEndStatement.ts";

/** What became of a shard. */
export interface ShardEnd {
  /** `<instance>/<shard>`. */
  readonly shard: string;
  /** `KEPT` until `endsOn`; `UNSIGNED`: due, but there is no checkpoint that the key signed, so nothing could remain. */
  readonly outcome: "ENDED" | "KEPT" | "UNSIGNED";
  readonly endsOn: string;
}

/**
 * Ends every shard whose time is over: a statement of its last tree head is signed and made durable, then the folder with journal, key
 * table and tree is removed. Idempotent: what an interruption left is removed by the next run. No shard can be ended before its day.
 *
 * @param folder of the log, with all instances
 * @param key that signed the checkpoints
 * @param now milliseconds since 1970
 * @param only instance that is looked at; null: all
 */
export async function endShards(
  folder: string,
  key: KeyObject,
  now: number,
  only: string | null = null,
): Promise<readonly ShardEnd[]> {
  const ends: ShardEnd[] = [];
  const instances = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && instancePattern.test(entry.name))
    .map(({ name }) => name)
    .filter((name) => only === null || name === only);
  for (const instance of instances.sort()) {
    for (const name of shardsInOrder(await readdir(join(folder, instance)))) {
      ends.push(await endShard(join(folder, instance), `${instance}/${name}`, name, key, now));
    }
  }
  return ends;
}

async function endShard(
  instanceFolder: string,
  shard: string,
  name: string,
  key: KeyObject,
  now: number,
): Promise<ShardEnd> {
  const parsed = parseShardName(name);
  if (parsed === null) throw new Error(`${name} is no shard.`);
  const day = endsOn(parsed);
  if (!hasEnded(parsed, now)) return { shard, outcome: "KEPT", endsOn: day };
  const statement = join(instanceFolder, endStatementName(name));
  if (!(await isStatement(statement, shard, key, now))) {
    const head = await lastHead(join(instanceFolder, name), shardOrigin(shard), key);
    if (head === null) return { shard, outcome: "UNSIGNED", endsOn: day };
    const ended = new Date(now).toISOString();
    const text = `${checkpointText(head)}ended ${ended}\nbecause ${retentionNorms(parsed).join(", ")}\n`;
    await writeDurably(statement, `${text}\n${signatureLine(text, head.origin, key)}`);
    await syncFolder(instanceFolder);
  }
  await rm(join(instanceFolder, name), { recursive: true });
  await syncFolder(instanceFolder);
  return { shard, outcome: "ENDED", endsOn: day };
}

/** Whether the key signed what stands there: a file of that name that somebody else laid there is no statement. */
async function isStatement(file: string, shard: string, key: KeyObject, now: number): Promise<boolean> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  return verifyEndStatement(shardOrigin(shard), bytes, [rawPublicKey(key)], now) !== null;
}

async function lastHead(folder: string, origin: string, key: KeyObject): Promise<Checkpoint | null> {
  const note = parseNote(await readFile(join(folder, "checkpoint")).catch(() => Buffer.alloc(0)));
  const head = note === null ? null : parseCheckpoint(note.text);
  if (note === null || head === null || head.origin !== origin) return null;
  return isSignedBy(note, { name: origin, type: "signature", publicKey: rawPublicKey(key) }) ? head : null;
}

/** Under its name only when it is whole. */
async function writeDurably(file: string, text: string): Promise<void> {
  const draft = `${file}.draft`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import { randomBytes } from "node:crypto";
import { constants, statSync } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { instancePattern, tasksInstance } from "../../schema/accessLogNames.ts";
import { AccessLogError } from "./AccessLogError.ts";
import type { LogFile, LogFolder, ShardFolder } from "./LogFolder.ts";
import { lockInstance } from "./lockInstance.ts";

/**
 * Opens the files of one instance on a disk and locks them for this process.
 *
 * @param folder folder of the whole log; created where there is none
 * @param instance name of the instance; null: the one in the folder beside that of the tasks, which is made up on the first start
 * @throws AccessLogError IN_USE, INSTANCE_UNCLEAR, or WRITE_FAILED with the system's error as `cause`
 */
export async function openLogFolder(folder: string, instance: string | null): Promise<LogFolder> {
  try {
    await makeFolder(folder);
    const name = instance ?? (await onlyInstance(folder));
    if (!instancePattern.test(name)) throw new AccessLogError("INSTANCE_UNCLEAR");
    const path = join(folder, name);
    await makeFolder(path);
    return onDisk(name, path, lockInstance(path));
  } catch (error) {
    throw error instanceof AccessLogError ? error : new AccessLogError("WRITE_FAILED", error);
  }
}

async function onlyInstance(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const [only, another] = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => name !== tasksInstance);
  if (another !== undefined) {
    const detail = "The folder of the log holds several instances. Say which one this process writes.";
    throw new AccessLogError("INSTANCE_UNCLEAR", null, detail);
  }
  return only ?? randomBytes(6).toString("hex");
}

function onDisk(instance: string, path: string, unlock: () => void): LogFolder {
  return {
    instance,
    list: () => readdir(path),
    async shard(name) {
      await makeShard(path, name);
      await finishDestroying(join(path, name));
      return shardOnDisk(`${instance}/${name}`, join(path, name));
    },
    async readOrder() {
      return readFile(join(path, orderFile), "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
    },
    async writeOrder(order) {
      const file = join(path, orderFile);
      if (order === null) await rm(file, { force: true });
      else {
        {
          await using draft = await open(`${file}.draft`, "w", 0o640);
          await draft.writeFile(order);
          await draft.sync();
        }
        await rename(`${file}.draft`, file);
      }
      await syncEntries(path);
    },
    release: unlock,
  };
}

function shardOnDisk(name: string, path: string): ShardFolder {
  return {
    name,
    list: () => readdir(path),
    read: (file) => readFile(join(path, file)),
    async sync(file) {
      await using handle = await open(join(path, file), "r+");
      const bytes = await handle.readFile();
      for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at, bytes.length - at, at)).bytesWritten;
      await handle.datasync();
    },
    async cut(file, bytes) {
      await using handle = await open(join(path, file), "r+");
      await handle.truncate(bytes);
      await handle.sync();
    },
    create: async (file) => appending(await open(join(path, file), "ax", 0o640), join(path, file)),
    destroy: (file) => destroy(path, file),
    syncEntries: () => syncEntries(path),
  };
}

/** What an interruption left of files that were being destroyed. */
async function finishDestroying(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.startsWith("keys-") && name.endsWith(".draft"));
  for (const name of left) await wipe(join(folder, name));
  if (left.length > 0) await syncEntries(folder);
}

/** In the folder of the instance. */
const orderFile = "erasing.json";

/** Zeros over its bytes before its name goes: the blocks of a file that was merely unlinked keep them until another file needs the place. */
async function destroy(folder: string, file: string): Promise<void> {
  const dying = join(folder, `${file}.draft`);
  await rename(join(folder, file), dying);
  await syncEntries(folder);
  await wipe(dying);
  await syncEntries(folder);
}

async function wipe(path: string): Promise<void> {
  {
    await using handle = await open(path, "r+");
    const { size } = await handle.stat();
    await handle.write(Buffer.alloc(size), 0, size, 0);
    await handle.sync();
  }
  await rm(path);
}

/**
 * A file that was deleted or moved away takes every write and makes it durable, and nobody ever finds it again: so each sync looks where it
 * stands. At once, because what the system has just written it holds in memory: handing the question to a thread costs several times as much.
 */
async function appending(handle: FileHandle, path: string): Promise<LogFile> {
  const { ino } = await handle.stat();
  return {
    write: async (bytes) => (await handle.write(bytes)).bytesWritten,
    async sync() {
      await handle.datasync();
      if (statSync(path).ino !== ino) throw new Error("Another file stands in place of the one that is written.");
    },
    close: () => handle.close(),
  };
}

/** Creates the folder and those above it that are missing; the group may read, so that the audit subgraph can. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o750 });
  if (first === undefined) return;
  const above = dirname(resolve(first));
  for (let each = resolve(path); each !== above; each = dirname(each)) await syncEntries(dirname(each));
}

/** An instance's folder that is gone is a fault, not the beginning of a new log. */
async function makeShard(instance: string, name: string): Promise<void> {
  try {
    await mkdir(join(instance, name), { mode: 0o750 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return;
    throw error;
  }
  await syncEntries(instance);
}

/** Windows has no fsync of a folder: there the file system's journal keeps names. */
async function syncEntries(path: string): Promise<void> {
  if (process.platform === "win32") return;
  await using folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  await folder.sync();
}

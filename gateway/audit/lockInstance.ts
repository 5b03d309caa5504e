import { randomUUID } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { AccessLogError } from "./AccessLogError.ts";

const holder = z.strictObject({ host: z.string(), pid: z.int(), token: z.string() });
type Holder = z.infer<typeof holder>;

/** Tokens of the locks that this process holds. */
const held = new Set<string>();

/**
 * Takes the one writer's place in the folder of an instance. A lock whose process has ended on this host is taken over. That a
 * process on another host has ended cannot be seen: such a lock is removed by hand.
 *
 * @returns gives the place up
 * @throws AccessLogError IN_USE
 */
export function lockInstance(folder: string): () => void {
  const file = join(folder, "lock");
  const own: Holder = { host: hostname(), pid: process.pid, token: randomUUID() };
  if (!write(file, own)) {
    const other = read(file);
    if (other !== null && mayLive(other)) {
      throw new AccessLogError(
        "IN_USE",
        null,
        `Process ${other.pid} on ${other.host} writes this log; its lock is ${file}.`,
      );
    }
    rmSync(file, { force: true });
    if (!write(file, own)) throw new AccessLogError("IN_USE");
  }
  held.add(own.token);
  return () => {
    if (held.delete(own.token)) rmSync(file, { force: true });
  };
}

function write(file: string, own: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(own), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Null for a lock that its process did not live to write. */
function read(file: string): Holder | null {
  try {
    return holder.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

function mayLive({ host, pid, token }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return held.has(token);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

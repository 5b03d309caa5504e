import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { instancePattern, segmentsInOrder } from "../../schema/accessLogFormat.ts";
import { type VerifiedInstance, verifyInstance } from "./verifyInstance.ts";

/** Verifies every instance in a log's folder by its files alone. */
export async function verifyLog(folder: string): Promise<ReadonlyMap<string, VerifiedInstance>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const instances = entries.filter((entry) => entry.isDirectory() && instancePattern.test(entry.name));
  const verified = new Map<string, VerifiedInstance>();
  for (const instance of instances.map(({ name }) => name).sort()) {
    const names = segmentsInOrder(await readdir(join(folder, instance)));
    const segments = await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(join(folder, instance, name)) })),
    );
    verified.set(instance, verifyInstance(instance, segments));
  }
  return verified;
}

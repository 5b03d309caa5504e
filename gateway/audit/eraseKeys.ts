import { keyRowText, readKeys } from "../../schema/accessLogKeys.ts";
import { logFileName, logFilesInOrder, parseLogFileName } from "../../schema/accessLogNames.ts";
import type { ShardFolder } from "./LogFolder.ts";

/**
 * Erases rows of a shard's key table: each file that has one is written anew without them under the next number, made durable, and only then
 * removed. Idempotent: after an interruption rows stand twice at the most, and the next run goes on.
 *
 * @throws Error where a file has a row that does not prove itself: what was done to it must not be lost with it
 */
export async function eraseKeys(folder: ShardFolder, tokens: ReadonlySet<string>): Promise<void> {
  const files = logFilesInOrder("keys", await folder.list());
  let newest = parseLogFileName("keys", files.at(-1) ?? "") ?? 0;
  for (const file of files) {
    const { rows, brokenLines } = readKeys(await folder.read(file));
    if (!rows.some(({ token }) => tokens.has(token))) continue;
    if (brokenLines.length > 0) throw new Error(`${folder.name}/${file} has a row that does not prove itself.`);
    const left = rows.filter(({ token }) => !tokens.has(token));
    if (left.length > 0) {
      const next = await folder.create(logFileName("keys", ++newest));
      const bytes = Buffer.from(left.map((row) => `${keyRowText(row)}\n`).join(""));
      try {
        const taken = await next.write(bytes);
        if (taken !== bytes.length) throw new Error(`The system took ${taken} of ${bytes.length} bytes.`);
        await next.sync();
      } finally {
        await next.close();
      }
      await folder.syncEntries();
    }
    await folder.destroy(file);
  }
}

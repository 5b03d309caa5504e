import { open } from "node:fs/promises";
import { lineBytesMax } from "../../schema/accessLogFormat.ts";

/** The beginning of a segment: its first line, and the commit behind it. */
export async function readHead(path: string): Promise<Buffer> {
  await using handle = await open(path);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2 * lineBytesMax), 0, 2 * lineBytesMax, 0);
  return buffer.subarray(0, bytesRead);
}

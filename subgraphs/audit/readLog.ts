import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import {
  type ChainPosition,
  type ChainReading,
  chainStart,
  continues,
  readChain,
  stateOf,
} from "../../schema/accessLogChain.ts";
import type { SegmentState } from "../../schema/accessLogFormat.ts";
import { type LoggedLines, loggedOperations } from "../../schema/accessLogOperations.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";

/** Bytes that are read at once. Doubled where no write of the log ends within them. */
const chunkBytes = 1024 * 1024;

/** How far a shard has been read: behind a commit of a segment. */
export interface LogPlace extends ChainPosition {
  readonly file: string;
}

/** Whole operations that follow one another in one segment, and the place behind them. */
export interface LogPart {
  readonly logged: LoggedLines;
  readonly place: LogPlace;
}

/**
 * Reads what a shard of the log holds behind a place, verified. An interrupted write, or one under way, is not read.
 *
 * @param shard `<instance>/<shard>`
 * @param files all segments of the shard in order, listed before this is called: then all but the last are finished
 * @param from null: from the beginning
 * @throws SubgraphError LOG_BROKEN, after every operation before the fault was given out
 */
export async function* readLog(
  folder: string,
  shard: string,
  files: readonly string[],
  from: LogPlace | null,
): AsyncGenerator<LogPart> {
  const first = from === null ? 0 : files.indexOf(from.file);
  if (first === -1) throw broken(shard, from?.file ?? "", "The segment is missing.");
  let predecessors: readonly SegmentState[] = [];
  let leaves = 0;
  for (const file of files.slice(first)) {
    await using handle = await open(join(folder, shard, file));
    let position: ChainPosition = from?.file === file ? from : chainStart(shard, file);
    if ((await handle.stat()).size < position.bytes) throw broken(shard, file, "The segment was cut off.");
    for (;;) {
      const { bytes, reading, ended } = await readChunk(handle, position);
      checkOpening(reading, predecessors, leaves, shard, file);
      const logged = loggedOperations(reading.lines);
      const faultyLine = logged.brokenLine ?? reading.brokenLine;
      if (reading.position.bytes > position.bytes && logged.brokenLine === null) {
        yield { logged, place: { ...reading.position, file } };
      }
      if (faultyLine !== null) throw broken(shard, file, `The first line to blame is number ${faultyLine}.`);
      const rest = bytes.subarray(reading.position.bytes - position.bytes);
      position = reading.position;
      if (!ended) continue;
      const state = stateOf(file, position, rest);
      predecessors = position.lines > 0 ? [state] : [...predecessors, state];
      leaves = position.lines > 0 ? position.leaves : leaves;
      break;
    }
  }
}

/** Reads from a position on; `ended` when that reached the end of the file. */
async function readChunk(handle: FileHandle, position: ChainPosition) {
  for (let size = chunkBytes; ; size *= 2) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, position.bytes);
    const bytes = buffer.subarray(0, bytesRead);
    const reading = readChain(bytes, position);
    const ended = bytesRead < size;
    if (ended || reading.brokenLine !== null || reading.position.bytes > position.bytes)
      return { bytes, reading, ended };
  }
}

function checkOpening(
  { lines: [first] }: ChainReading,
  predecessors: readonly SegmentState[],
  leaves: number,
  shard: string,
  file: string,
): void {
  if (first?.entry.type === "segment" && !continues(first.entry, predecessors, leaves)) {
    throw broken(shard, file, "The segments before it are not as it found them.");
  }
}

function broken(shard: string, file: string, what: string): SubgraphError {
  return new SubgraphError("LOG_BROKEN", `The access log does not verify at ${shard}/${file}. ${what}`);
}

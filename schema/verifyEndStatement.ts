import { parseShardName } from "./accessLogNames.ts";
import { hasEnded } from "./accessLogRetention.ts";
import { type Checkpoint, parseCheckpoint } from "./tlog/checkpoint.ts";
import { isSignedBy, parseNote } from "./tlog/signedNote.ts";

/**
 * The last tree head in the statement that remains of a shard.
 *
 * @param origin `sichtfeld/<instance>/<shard>`
 * @param publicKeys 32 bytes each, Ed25519: one of them must have signed; null: no signature is looked at
 * @param now milliseconds since 1970, wall clock
 * @returns null where it is of another shard, not signed, or says that the shard ended before its day or later than now
 */
export function verifyEndStatement(
  origin: string,
  statement: Uint8Array,
  publicKeys: readonly Buffer[] | null,
  now: number,
): Checkpoint | null {
  const note = parseNote(statement);
  const head = note === null ? null : parseCheckpoint(note.text);
  const shard = parseShardName(origin.split("/").at(-1) ?? "");
  if (note === null || head === null || shard === null || head.origin !== origin) return null;
  const isSigned = (publicKey: Buffer) => isSignedBy(note, { name: origin, type: "signature", publicKey });
  if (publicKeys !== null && !publicKeys.some(isSigned)) return null;
  const ended = Date.parse(/\nended (\S+)\nbecause .+\n$/.exec(note.text)?.[1] ?? "");
  return hasEndedAt(ended) ? head : null;

  function hasEndedAt(instant: number): boolean {
    return shard !== null && Number.isFinite(instant) && instant <= now && hasEnded(shard, instant);
  }
}

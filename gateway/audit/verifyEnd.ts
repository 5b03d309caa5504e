import { shardOrigin } from "../../schema/accessLogNames.ts";
import { verifyEndStatement } from "../../schema/verifyEndStatement.ts";
import type { VerifiedShard } from "./verifyShard.ts";

/**
 * Verifies the statement that remains of a shard.
 *
 * @param shard `<instance>/<shard>`
 * @param now milliseconds since 1970, wall clock
 * @param publicKey 32 bytes, Ed25519, of the log; null: no signature is looked at
 */
export function verifyEnd(
  shard: string,
  file: string,
  statement: Uint8Array,
  publicKey: Buffer | null,
  now: number,
): VerifiedShard {
  const head = verifyEndStatement(shardOrigin(shard), statement, publicKey === null ? null : [publicKey], now);
  const size = head?.size ?? 0;
  const faults = head === null ? [{ file, line: null, code: "END_INVALID" } as const] : [];
  return { faults, torn: [], leaves: size, checkpoint: size, unexplained: new Set() };
}

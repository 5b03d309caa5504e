import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import type { Chance } from "./chance.ts";

/**
 * Runs work for which random bytes are drawn from a seed, so that ids which a write makes are the same in two worlds.
 * Keys that were made before stay what they are.
 */
export async function drawnRandomness<T>(drawn: Chance, work: () => Promise<T>): Promise<T> {
  const real = { randomBytes: crypto.randomBytes, randomUUID: crypto.randomUUID, randomInt: crypto.randomInt };
  const bytes = (size: number) => Buffer.from(Array.from({ length: size }, () => drawn.index(256)));
  const drawnUuid = () =>
    bytes(16)
      .toString("hex")
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  const drawnInt = (min: number, max?: number) => (max === undefined ? drawn.index(min) : min + drawn.index(max - min));
  Object.assign(crypto, { randomBytes: bytes, randomUUID: drawnUuid, randomInt: drawnInt });
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    Object.assign(crypto, real);
    syncBuiltinESMExports();
  }
}

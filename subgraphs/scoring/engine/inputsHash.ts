import { createHash } from "node:crypto";
import type { ReducedFact } from "./ReducedFact.ts";

/**
 * SHA-256, hexadecimal, over the canonical JSON of what an assessment is made from. The order of the facts and of their
 * references does not matter.
 */
export function inputsHash(facts: readonly ReducedFact[], date: string, catalogueHash: string): string {
  const inputs = {
    catalogue: catalogueHash,
    date,
    facts: facts
      .map(({ asOf, key, references, value }) =>
        JSON.stringify({ asOf, key, references: [...references].sort(), value }),
      )
      .sort(),
  };
  return createHash("sha256").update(JSON.stringify(inputs)).digest("hex");
}

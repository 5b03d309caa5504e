import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Findings } from "./Findings.ts";

/** The public half of a key, as PEM. @throws Error with one line that says what the file must be */
export function printKey(file: string): Findings {
  try {
    const key = createPublicKey(readFileSync(file));
    if (key.asymmetricKeyType === "ed25519") {
      return { output: String(key.export({ type: "spki", format: "pem" })), holds: true };
    }
  } catch {
    // Unreadable and unusable files are mended in the same way.
  }
  throw new Error(`${file} must be a readable Ed25519 key (PEM). The gateway makes it at its first start.`);
}

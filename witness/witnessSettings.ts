import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { rawPublicKey } from "../schema/tlog/noteKey.ts";
import type { TrustedLog } from "./Witness.ts";

/** What the environment says of the witness. */
export interface WitnessSettings {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly key: KeyObject;
  readonly memoryFolder: string;
  readonly log: TrustedLog;
}

/** @throws Error with one line that names the variable and says what it must be */
export function witnessSettings(environment: NodeJS.ProcessEnv): WitnessSettings {
  const name = environment.WITNESS_NAME ?? "witness.sichtfeld";
  if (/[\s+]/.test(name) || name === "") throw new Error("WITNESS_NAME: must be a name without spaces and plus signs.");
  const port = Number(environment.PORT ?? 4100);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error("PORT: must be a number from 0 to 65535.");
  const memoryFolder = environment.WITNESS_MEMORY;
  if (memoryFolder === undefined || memoryFolder === "")
    throw new Error("WITNESS_MEMORY: name a folder of the witness's own.");
  return {
    name,
    host: environment.HOST ?? "127.0.0.1",
    port,
    key: ed25519("WITNESS_KEY_FILE", "private key (PKCS #8 PEM)", environment.WITNESS_KEY_FILE, createPrivateKey),
    memoryFolder,
    log: {
      originPrefix: environment.WITNESS_ORIGIN_PREFIX ?? "sichtfeld/",
      publicKey: rawPublicKey(
        ed25519(
          "WITNESS_LOG_KEY_FILE",
          "public key of the log (SPKI PEM)",
          environment.WITNESS_LOG_KEY_FILE,
          createPublicKey,
        ),
      ),
    },
  };
}

function ed25519(
  variable: string,
  what: string,
  file: string | undefined,
  read: (pem: Buffer) => KeyObject,
): KeyObject {
  try {
    const key = read(readFileSync(file ?? ""));
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Missing, unreadable and unusable files are mended in the same way.
  }
  throw new Error(`${variable}: name a readable file with the Ed25519 ${what}.`);
}

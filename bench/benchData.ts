import { generateKeyPairSync } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demonstrationIssuer } from "../gateway/identity/demonstrationIssuer.ts";
import { personas } from "../gateway/identity/personas.ts";
import { prepareStore } from "../subgraphs/prepareStore.ts";
import { writeCollectiveReferences } from "./collectiveReferences.ts";

/** What the benchmark works on, in a temporary folder. */
export interface BenchData {
  readonly folder: string;
  /** Data folder of the subgraphs that are asked over HTTP. */
  readonly remote: string;
  /** A copy for the gateway that runs its subgraphs itself. */
  readonly embedded: string;
  readonly grantKeyFile: string;
  readonly grantPublicKeyFile: string;
  /** Bearer token of the requester. */
  readonly token: string;
  remove(): void;
}

/** Enough that 2,000 persons are left without those whom a prohibition touches. */
const persons = "2400";
const requester = "rrk-muenster-caseworker";
const tokenLifeMinutes = 60;

/** Makes a population of its own each time, so that no run meets the traces of another. */
export async function makeBenchData(onProgress: (done: number, total: number) => void): Promise<BenchData> {
  const folder = mkdtempSync(join(tmpdir(), "sichtfeld-bench-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const remote = join(folder, "remote");
    const embedded = join(folder, "embedded");
    const store = await prepareStore(
      { SICHTFELD_DATA: remote, SICHTFELD_PERSONS: persons, SICHTFELD_SEED: "1" },
      onProgress,
    );
    await writeCollectiveReferences(store.owner).finally(() => store.close());
    const token = await tokenOf(remote);
    cpSync(remote, embedded, { recursive: true });
    return { folder, remote, embedded, token, remove, ...writeGrantKeys(folder) };
  } catch (error) {
    remove();
    throw error;
  }
}

async function tokenOf(dataFolder: string): Promise<string> {
  const persona = personas.get(requester);
  if (persona === undefined) throw new Error(`There is no persona ${requester}.`);
  return (await demonstrationIssuer(dataFolder)).issueToken(persona, tokenLifeMinutes);
}

function writeGrantKeys(folder: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const grantKeyFile = join(folder, "grant-key.pem");
  const grantPublicKeyFile = join(folder, "grant-key-public.pem");
  writeFileSync(grantKeyFile, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  writeFileSync(grantPublicKeyFile, publicKey.export({ type: "spki", format: "pem" }));
  return { grantKeyFile, grantPublicKeyFile };
}

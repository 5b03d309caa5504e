import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { demonstrationIssuer } from "../gateway/identity/demonstrationIssuer.ts";
import { personas } from "../gateway/identity/personas.ts";
import { prepareStore } from "../subgraphs/prepareStore.ts";
import { storeFailure } from "../subgraphs/storeFailure.ts";
import { storeSettings } from "../subgraphs/storeSettings.ts";
import { type BenchStore, benchStore } from "./benchStore.ts";
import { writeCollectiveReferences } from "./collectiveReferences.ts";

/** What the benchmark works on, in a temporary folder and, with a server, in databases of its own. */
export interface BenchData {
  readonly folder: string;
  /** Store of the subgraphs that are asked over HTTP. */
  readonly remote: BenchStore;
  /** A copy for the gateway that runs its subgraphs itself. */
  readonly embedded: BenchStore;
  readonly grantKeyFile: string;
  readonly grantPublicKeyFile: string;
  /** Bearer tokens of caseworkers, other ones for each group: a gateway bounds what one person may ask and see in an hour. */
  tokens(group: string): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** Enough that 2,000 persons are left without those whom a prohibition touches or whose case waits for an own estimate. */
const persons = "2600";
const requester = "rrk-muenster-caseworker";
const tokenLifeMinutes = 60;
/** So many that a gateway's rate for one person bounds none of the rounds. */
const requestersInGroup = 200;

/**
 * Makes a population of its own each time, so that no run meets the traces of another.
 *
 * @param server URL of a PostgreSQL whose user may make databases and roles; null: PGlite
 * @throws Error with one line that says what to do; nothing is left behind
 */
export async function makeBenchData(
  server: string | null,
  onProgress: (done: number, total: number) => void,
): Promise<BenchData> {
  const folder = mkdtempSync(join(tmpdir(), "sichtfeld-bench-"));
  const stores: BenchStore[] = [];
  const remove = async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const each of stores.splice(0)) await each.drop();
  };
  try {
    const remote = await benchStore(join(folder, "remote"), server);
    stores.push(remote);
    await populate(remote, onProgress);
    const tokens = await issuerOf(remote.folder);
    const embedded = await remote.copy(join(folder, "embedded"));
    stores.push(embedded);
    return { folder, remote, embedded, tokens, remove, ...writeGrantKeys(folder) };
  } catch (error) {
    await remove();
    throw server === null ? error : storeFailure(error, storeSettings({ DATABASE_URL: server }));
  }
}

/** With the statistics that a server would gather by itself within a minute. */
async function populate({ variables }: BenchStore, onProgress: (done: number, total: number) => void): Promise<void> {
  const store = await prepareStore({ ...variables, SICHTFELD_PERSONS: persons, SICHTFELD_SEED: "1" }, onProgress);
  try {
    await writeCollectiveReferences(store.owner);
    if (store.engine === "postgres") await store.owner.execute(sql`ANALYZE`);
  } finally {
    await store.close();
  }
}

async function issuerOf(dataFolder: string): Promise<BenchData["tokens"]> {
  const persona = personas.get(requester);
  if (persona === undefined) throw new Error(`There is no persona ${requester}.`);
  const issuer = await demonstrationIssuer(dataFolder);
  return (group) =>
    Promise.all(
      Array.from({ length: requestersInGroup }, (_, index) =>
        issuer.issueToken({ ...persona, person: `bench-${group}-${index}` }, tokenLifeMinutes),
      ),
    );
}

function writeGrantKeys(folder: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const grantKeyFile = join(folder, "grant-key.pem");
  const grantPublicKeyFile = join(folder, "grant-key-public.pem");
  writeFileSync(grantKeyFile, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  writeFileSync(grantPublicKeyFile, publicKey.export({ type: "spki", format: "pem" }));
  return { grantKeyFile, grantPublicKeyFile };
}

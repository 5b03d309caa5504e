import cluster, { type Worker } from "node:cluster";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listen } from "../../subgraphs/listen.ts";
import { grantKeys } from "../grantKeys.ts";
import { openSubgraphs } from "../openSubgraphs.ts";
import { probePort } from "../probePort.ts";
import type { StartOptions } from "../StartOptions.ts";
import { readSettings, type Settings } from "../settings.ts";
import type { RunningGateway } from "../startGateway.ts";
import type { ToldByWorker } from "./main.ts";
import { type GivenToWorkers, workerEnvironment } from "./workerEnvironment.ts";

/** Pause before a worker that ended is replaced: one that cannot live is not started without end. */
const pauseMilliseconds = 1_000;

/** A gateway in several processes; no simulation moves their date. */
export type RunningWorkers = Omit<RunningGateway, "moveDate">;

/** The subgraphs that this process runs for its workers. */
interface ServedSubgraphs extends GivenToWorkers {
  stop(): Promise<void>;
}

/**
 * Starts so many gateways on one port; one that ends is replaced.
 *
 * @throws Error whose message is one line that says what to do; everything that was started is stopped again
 */
export async function startWorkers(options: StartOptions, count: number): Promise<RunningWorkers> {
  const { environment, report } = options;
  const settings = readSettings(environment);
  requireNothingKept(settings);
  await probePort(settings.port, settings.host);
  cluster.setupPrimary({ exec: fileURLToPath(new URL("main.ts", import.meta.url)), args: [] });
  const served = settings.subgraphUrls === null ? await serveSubgraphs(settings, options) : null;
  const workers = new Map<number, Worker>();
  let stopping = false;
  const start = async (number: number): Promise<string> => {
    const worker = cluster.fork(workerEnvironment(environment, settings, number, count, served));
    workers.set(number, worker);
    const url = await begun(worker);
    worker.once("exit", () => void replace(number));
    return url;
  };
  const replace = async (number: number): Promise<void> => {
    if (stopping) return;
    report("failure", { worker: number });
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
    if (!stopping) await start(number).catch(() => replace(number));
  };
  const stop = async () => {
    stopping = true;
    await Promise.all([...workers.values()].map(end));
    await served?.stop();
  };
  try {
    // The first makes what all of them read: the keys in the data folder.
    const url = await start(1);
    await Promise.all(Array.from({ length: count - 1 }, (_, each) => start(each + 2)));
    const reloadPolicy = async () => {
      for (const worker of workers.values()) if (worker.isConnected()) worker.send("reload");
    };
    return { url, settings, reloadPolicy, stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

/** What a requester gets at one worker and brings to another must be good there. */
function requireNothingKept({ proofNonce }: Settings): void {
  if (!proofNonce) return;
  throw new Error(
    "SICHTFELD_PROOF_NONCE: a nonce of one worker is good at no other. Leave out --workers, or say false.",
  );
}

async function serveSubgraphs(settings: Settings, options: StartOptions): Promise<ServedSubgraphs> {
  const folder = await mkdtemp(join(tmpdir(), "sichtfeld-workers-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const grantKeyFile = settings.grantKeyFile ?? (await makeKey(folder));
    const { publicKey } = await grantKeys(grantKeyFile);
    const subgraphs = await openSubgraphs(settings, publicKey, options);
    const listening = await Promise.all(
      subgraphs.running.map(async (each) => ({ name: each.name, door: await listen(each, 0, "127.0.0.1") })),
    );
    return {
      subgraphUrls: Object.fromEntries(listening.map(({ name, door }) => [name, `${door.url}/graphql`])),
      grantKeyFile,
      async stop() {
        await Promise.all(listening.map(({ door }) => door.stop()));
        await subgraphs.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A key that lives as long as the process, in a file that its user alone can read. */
async function makeKey(folder: string): Promise<string> {
  const file = join(folder, "grant-key.pem");
  const { privateKey } = generateKeyPairSync("ed25519");
  await writeFile(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  return file;
}

/** @returns where it listens. @throws Error with the worker's own line where it could not start */
async function begun(worker: Worker): Promise<string> {
  const ended = once(worker, "exit").then((): ToldByWorker => ({ failure: "A worker ended before it served." }));
  const told = await Promise.race([once(worker, "message").then(([said]) => said as ToldByWorker), ended]);
  if ("failure" in told) throw new Error(told.failure);
  return told.url;
}

async function end(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const ended = once(worker, "exit");
  if (worker.isConnected()) worker.send("stop");
  await ended;
}

import cluster from "node:cluster";
import { readFile } from "node:fs/promises";
import { calendarRoutes } from "./calendar/calendarRoutes.ts";
import { consoleRoutes } from "./console/consoleRoutes.ts";
import { pageRoutes } from "./console/pageRoutes.ts";
import { AnswerTimes } from "./counters/AnswerTimes.ts";
import { answerTimesFile } from "./counters/answerTimesFile.ts";
import { TrustedDocuments } from "./documents/TrustedDocuments.ts";
import { type Door, httpDoor } from "./doors.ts";
import { grantKeys } from "./grantKeys.ts";
import { httpServer, type Reach } from "./httpServer.ts";
import { demonstrationIssuer } from "./identity/demonstrationIssuer.ts";
import { issuerRoutes } from "./identity/issuerRoutes.ts";
import { remoteIssuer } from "./identity/remoteIssuer.ts";
import { logFailure } from "./logFailure.ts";
import { logRoutes } from "./logRoutes.ts";
import { newsStreamRoutes } from "./newsStreamRoutes.ts";
import { openHouse } from "./openHouse.ts";
import { openSubgraphs, type Subgraphs } from "./openSubgraphs.ts";
import { probePort } from "./probePort.ts";
import { recordingReadiness, remoteReadiness } from "./readiness.ts";
import { rightsRoutes } from "./rights/rightsRoutes.ts";
import type { StartOptions } from "./StartOptions.ts";
import { readSettings, type Settings } from "./settings.ts";
import { dispatchWebhooks } from "./webhooks/dispatchWebhooks.ts";
import { readReceivers } from "./webhooks/readReceivers.ts";

/** A gateway that serves. */
export interface RunningGateway {
  /** Where it listens, for example `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly settings: Settings;
  /** Takes the policy's folder anew. One that does not load changes nothing; what became of it is reported. */
  reloadPolicy(): Promise<void>;
  /**
   * Moves the date of the question, in the demonstration alone; what the new day brings is told before it resolves.
   *
   * @throws Error with NODE_ENV=production, where the date is today's
   */
  moveDate(date: string): Promise<void>;
  /** Stops taking requests, finishes those under way, closes log and store. */
  stop(): Promise<void>;
}

/**
 * Starts the gateway that the environment describes: with all subgraphs and the store in this process, or over HTTP.
 *
 * @throws Error whose message is one line that says what to do; everything that was opened is closed again
 */
export async function startGateway(options: StartOptions): Promise<RunningGateway> {
  const settings = readSettings(options.environment);
  const receivers = settings.webhooksFile === null ? [] : readReceivers(settings.webhooksFile, settings.production);
  // Workers share a port that the process which starts them has probed.
  if (!cluster.isWorker) await probePort(settings.port, settings.host);
  const opened: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of opened.reverse().splice(0)) await close();
  };
  try {
    const keys = await grantKeys(settings.grantKeyFile);
    const subgraphs = remoteSubgraphs(settings) ?? (await openSubgraphs(settings, keys.publicKey, options));
    opened.push(subgraphs.stop);
    const demonstration = settings.issuerUrl === null ? await demonstrationIssuer(settings.dataFolder) : null;
    const issuer =
      demonstration ?? remoteIssuer({ url: settings.issuerUrl ?? "", plainHttpHost: settings.issuerHttpHost });
    const { house, policy, logInstance, canRecord, endLog, moveDate, close } = await openHouse({
      acceptance: {
        issuer,
        binding: settings.tokenBinding,
        nonce: settings.proofNonce,
      },
      grantKey: keys.privateKey,
      doors: wrapped(subgraphs.doors, options.wrapDoor),
      log: settings.log,
      policyFolder: settings.policyFolder,
      date: settings.date,
      report: options.report,
      usageFolder: settings.usageFolder,
      documents: TrustedDocuments.load(settings.trustedDocuments, settings.trustedOnly),
      gateways: settings.gateways,
      ...(options.wear === undefined ? {} : { wear: options.wear }),
    });
    opened.push(close);
    const times = AnswerTimes.open(answerTimesFile(settings.dataFolder));
    opened.push(async () => times.save());
    const server = httpServer(
      house,
      recordingReadiness(subgraphs.ready, canRecord),
      policy,
      (routes, identifiedBy) => {
        routes.addHook("onResponse", async ({ method, routeOptions }, { elapsedTime }) => {
          if (method === "POST" && routeOptions.url === "/graphql") times.count(house().date(), elapsedTime);
        });
        routes.register(logRoutes, {
          folder: settings.logFolder,
          instance: logInstance,
          end: endLog,
          house,
          identifiedBy,
        });
        routes.register(calendarRoutes, { house, identifiedBy });
        routes.register(rightsRoutes, { house, identifiedBy });
        routes.register(newsStreamRoutes, { house, identifiedBy });
        routes.register(consoleRoutes, {
          demonstration: demonstration !== null,
          purposes: () => policy.standing.policy.purposes,
        });
        routes.register(pageRoutes, {
          issuer: issuer.issuer,
          demonstration: demonstration !== null,
          policy: () => policy.standing.policy,
        });
        if (demonstration !== null)
          routes.register(issuerRoutes, { issuer: demonstration, styles: "/konsole/main.css" });
      },
      { publicUrl: settings.publicUrl, proxies: settings.proxies, tls: await tlsFiles(settings.tls) },
    );
    opened.push(() => server.close());
    const url = await server.listen({ port: settings.port, host: settings.host });
    opened.push(dispatchWebhooks(receivers, house, `${settings.dataFolder}/webhooks`));
    return {
      url,
      settings,
      reloadPolicy: () => policy.reload(),
      async moveDate(date) {
        moveDate(date);
        await subgraphs.announce(date);
      },
      stop,
    };
  } catch (error) {
    await stop().catch(() => {});
    throw logFailure(error, settings);
  }
}

/** Null where this process runs them itself. */
function remoteSubgraphs({ subgraphUrls }: Settings): Subgraphs | null {
  if (subgraphUrls === null) return null;
  const doors = new Map([...subgraphUrls].map(([name, url]) => [name, httpDoor(url)]));
  return { doors, ready: remoteReadiness(subgraphUrls), announce: async () => {}, stop: async () => {} };
}

async function tlsFiles(files: Settings["tls"]): Promise<Reach["tls"]> {
  if (files === null) return null;
  const [key, cert, ca] = await Promise.all([files.keyFile, files.certFile, files.clientCaFile].map(readPem));
  return { key: key ?? "", cert: cert ?? "", ca: ca ?? null };
}

async function readPem(file: string | null): Promise<string | null> {
  if (file === null) return null;
  const text = await readFile(file, "utf8").catch(() => "");
  if (!text.includes("-----BEGIN ")) throw new Error(`${file} cannot be read, or holds no PEM.`);
  return text;
}

function wrapped(doors: ReadonlyMap<string, Door>, wrap: StartOptions["wrapDoor"]): ReadonlyMap<string, Door> {
  return wrap === undefined ? doors : new Map([...doors].map(([name, door]) => [name, wrap(name, door)]));
}

import type { Settings } from "../settings.ts";

/** What all workers are given by the process that starts them, where it runs the subgraphs itself. */
export interface GivenToWorkers {
  /** Name → URL. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  /** File of the private key whose grants they accept. */
  readonly grantKeyFile: string;
}

/**
 * The environment of one worker. Each writes an instance of the log of its own and keeps its part of every ceiling; one of them alone delivers
 * to webhooks.
 *
 * @param number 1 for the first
 * @param given null: the environment names subgraphs
 */
export function workerEnvironment(
  environment: NodeJS.ProcessEnv,
  settings: Pick<Settings, "gateways" | "log">,
  number: number,
  workers: number,
  given: GivenToWorkers | null,
): NodeJS.ProcessEnv {
  const { SICHTFELD_WEBHOOKS, ...others } = environment;
  return {
    ...others,
    ...(number === 1 && SICHTFELD_WEBHOOKS !== undefined ? { SICHTFELD_WEBHOOKS } : {}),
    ...(given === null
      ? {}
      : { SICHTFELD_SUBGRAPHS: JSON.stringify(given.subgraphUrls), SICHTFELD_GRANT_KEY_FILE: given.grantKeyFile }),
    SICHTFELD_LOG_INSTANCE: `${settings.log.instance ?? "worker"}-${number}`,
    SICHTFELD_GATEWAYS: String(settings.gateways * workers),
  };
}

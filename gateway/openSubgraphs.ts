import type { webcrypto } from "node:crypto";
import { germanToday } from "../schema/germanToday.ts";
import { announceAll } from "../subgraphs/announceAll.ts";
import { prepareStore } from "../subgraphs/prepareStore.ts";
import type { RunningSubgraph } from "../subgraphs/serve.ts";
import { announceHourly } from "./announceHourly.ts";
import type { Door } from "./doors.ts";
import { embeddedSubgraphs } from "./embeddedSubgraphs.ts";
import type { Readiness } from "./httpServer.ts";
import { storeReadiness } from "./readiness.ts";
import type { StartOptions } from "./StartOptions.ts";
import type { Settings } from "./settings.ts";
import { scheduledErasures } from "./tasks/scheduledErasures.ts";

/** The subgraphs as the gateway reaches them. */
export interface Subgraphs {
  readonly doors: ReadonlyMap<string, Door>;
  readonly ready: Readiness;
  /** Tells what a day brings, where this process holds the store. */
  announce(date: string): Promise<void>;
  stop(): Promise<void>;
}

/** Subgraphs that run in this process, over a store that it holds. */
export interface OwnSubgraphs extends Subgraphs {
  readonly running: readonly RunningSubgraph[];
}

/**
 * Opens the store and all subgraphs on it in this process.
 *
 * @param grantKey public key (Ed25519) of the grants that they accept
 * @throws Error with one line that says what to do
 */
export async function openSubgraphs(
  settings: Pick<Settings, "log" | "logFolder" | "usageFolder" | "date">,
  grantKey: webcrypto.CryptoKey,
  options: Pick<StartOptions, "environment" | "onProgress" | "report">,
): Promise<OwnSubgraphs> {
  const store = await prepareStore(options.environment, options.onProgress);
  const report = (subgraph: string, error: unknown) => options.report("failure", { subgraph, error });
  const embedded = await embeddedSubgraphs(store, settings.logFolder, grantKey, report, settings.usageFolder);
  const announce = (date: string, isClocks = false) => {
    const record = scheduledErasures(settings.log, date, (detail) => options.report("failure", detail));
    return announceAll(store.owner, date, record, isClocks);
  };
  const endAnnouncing = await announceHourly(
    () => announce(settings.date ?? germanToday(), settings.date === null),
    (error) => options.report("failure", { error }),
  );
  return {
    running: embedded.running,
    doors: embedded.doors,
    ready: storeReadiness(store),
    announce: (date) => announce(date),
    async stop() {
      await endAnnouncing();
      await embedded.stop();
      await store.close();
    },
  };
}

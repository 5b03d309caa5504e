import { sql } from "drizzle-orm";
import { subgraphNames } from "../schema/subgraphNames.ts";
import type { Store } from "../subgraphs/shell/openStore.ts";
import type { Readiness } from "./httpServer.ts";

/** Longest wait for a part of the system. */
const patienceMilliseconds = 2_000;

/** Readiness of one process: its database answers. */
export function storeReadiness(store: Store): Readiness {
  return async () => {
    const silent = AbortSignal.timeout(patienceMilliseconds);
    const late = new Promise<never>((_, reject) => silent.addEventListener("abort", () => reject(silent.reason)));
    return Promise.race([store.owner.execute(sql`SELECT 1`), late]).then(
      () => [],
      () => ["database"],
    );
  };
}

/** Readiness of a gateway over HTTP: every subgraph says that it is ready. */
export function remoteReadiness(urls: ReadonlyMap<string, string>): Readiness {
  return async () => {
    const states = await Promise.all(
      subgraphNames.map(async (name) => {
        const url = new URL("/health/ready", urls.get(name));
        const response = await fetch(url, { signal: AbortSignal.timeout(patienceMilliseconds) }).catch(() => null);
        return response?.ok ? null : name;
      }),
    );
    return states.filter((name) => name !== null);
  };
}

/** Readiness of a gateway that also needs its access log: what cannot be put on record is not answered. */
export function recordingReadiness(others: Readiness, canRecord: () => Promise<boolean>): Readiness {
  return async () => {
    const [missing, recording] = await Promise.all([others(), canRecord()]);
    return recording ? missing : [...missing, "access-log"];
  };
}

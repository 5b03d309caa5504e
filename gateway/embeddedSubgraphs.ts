import type { webcrypto } from "node:crypto";
import { auditSubgraph } from "../subgraphs/audit/auditSubgraph.ts";
import { roster } from "../subgraphs/roster.ts";
import { type RunningSubgraph, serve } from "../subgraphs/serve.ts";
import { roleOf } from "../subgraphs/shell/migrate.ts";
import type { Store } from "../subgraphs/shell/openStore.ts";
import type { Door } from "./doors.ts";

/** All subgraphs in this process, each behind a door with the same grant checks as over HTTP. */
export interface EmbeddedSubgraphs {
  readonly running: readonly RunningSubgraph[];
  readonly doors: ReadonlyMap<string, Door>;
  stop(): Promise<void>;
}

/**
 * @param logFolder the access log that this gateway writes: the audit subgraph reads that one, whatever the environment says
 * @param reportFailure is told of failures that no requester reads of
 * @param usageFolder the counters that this gateway keeps
 */
export async function embeddedSubgraphs(
  store: Store,
  logFolder: string,
  grantKey: webcrypto.CryptoKey,
  reportFailure: (subgraph: string, error: unknown) => void,
  usageFolder = `${logFolder}-usage`,
): Promise<EmbeddedSubgraphs> {
  const running: RunningSubgraph[] = [];
  const audit = auditSubgraph(
    () => logFolder,
    () => usageFolder,
  );
  for (const member of roster) {
    const subgraph = member.name === "audit" ? audit : member;
    running.push(await serve(subgraph, store.as(roleOf(subgraph.schema)), grantKey, reportFailure));
  }
  return {
    running,
    doors: new Map(running.map((each) => [each.name, (request) => each.answer(request)])),
    stop: async () => void (await Promise.all(running.map((each) => each.stop()))),
  };
}

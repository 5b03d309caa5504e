import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AccessEntry } from "../../../gateway/audit/AccessEntry.ts";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import type { LogLimits } from "../../../gateway/audit/logLimits.ts";
import { logLimits } from "../../../gateway/audit/logLimits.ts";
import { openLogFolder } from "../../../gateway/audit/openLogFolder.ts";
import type { GrantClaims } from "../../../schema/grant.ts";
import { auditSubgraph } from "../../../subgraphs/audit/auditSubgraph.ts";
import { dropIndex } from "../../../subgraphs/audit/dropIndex.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";
import { openRoom, type Room } from "../openRoom.ts";

/** What came back. */
export interface Reply {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly data: any;
  readonly codes: readonly unknown[];
  readonly messages: readonly string[];
}

/** An access log in a folder and the audit subgraph that reads it, on a database of its own. */
export interface AuditWorld extends Pick<Room, "store" | "statementsOf" | "close"> {
  readonly folder: string;
  /** Puts accesses on record as one instance of the gateway; instances are opened as they are named. */
  record(instance: string, ...entries: readonly AccessEntry[]): Promise<void>;
  /** Puts failed identifications of one moment on record. */
  fail(instance: string, code: string, times: number): Promise<void>;
  /** Has a person's row of an instance's key table erased. */
  forget(instance: string, personRef: string): Promise<void>;
  /** Closes an instance; the next access opens a new segment. */
  restart(instance: string): Promise<void>;
  ask(query: string, variables?: Readonly<Record<string, unknown>>, grant?: GrantClaims): Promise<Reply>;
  /** Empties the index. */
  dropIndex(): Promise<void>;
  /** Begins again with no log and an empty index. */
  reset(): Promise<void>;
}

/** The data protection officer's grant. */
export const officer = aGrant("DPO", grantEntries("SEE", ["ACCESS_RECORD"], ["ANY"], []), {
  role: "DATA_PROTECTION_OFFICER",
  purpose: "DATA_PROTECTION_CONTROL",
  person: null,
});

export async function openAuditWorld(limits: Partial<LogLimits> = {}): Promise<AuditWorld> {
  const folder = mkdtempSync(join(tmpdir(), "sichtfeld-audit-"));
  const room = await openRoom(auditSubgraph(() => folder));
  const logs = new Map<string, AccessLog>();
  const restart = async (instance: string) => {
    await logs.get(instance)?.close();
    logs.delete(instance);
  };
  const logOf = async (instance: string) => {
    const log =
      logs.get(instance) ??
      (await AccessLog.open(await openLogFolder(folder, instance), Date.now, { ...logLimits, ...limits }));
    logs.set(instance, log);
    return log;
  };
  return {
    ...room,
    folder,
    restart,
    dropIndex: () => dropIndex(room.store.owner),
    async record(instance, ...entries) {
      const log = await logOf(instance);
      await Promise.all(entries.map((entry) => log.append(entry)));
    },
    async fail(instance, code, times) {
      const log = await logOf(instance);
      const at = new Date().toISOString();
      for (let each = 0; each < times; each += 1) {
        await log.appendFailure({ id: `${instance}-${code}-${each}`, at, code, trace: null });
      }
    },
    async forget(instance, personRef) {
      const log = await logOf(instance);
      const order = { id: `e-${personRef}`, at: new Date().toISOString(), actor: "dpo-1", because: "Art. 17 GDPR" };
      await log.erase(order, { persons: [personRef], cases: [], reasons: [] });
    },
    async ask(query, variables = {}, grant = officer) {
      const { data, errors = [] } = await room.ask(grant, query, variables);
      return {
        data,
        codes: errors.map(({ extensions }) => extensions?.code),
        messages: errors.map(({ message }) => message),
      };
    },
    async reset() {
      await Promise.all([...logs.keys()].map(restart));
      await dropIndex(room.store.owner);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
    },
    async close() {
      await Promise.all([...logs.keys()].map(restart));
      await room.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

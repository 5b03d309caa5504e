import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKeyPair, SignJWT } from "jose";
import type { AccessEntry } from "../../../gateway/audit/AccessEntry.ts";
import { AccessLog } from "../../../gateway/audit/AccessLog.ts";
import type { LogLimits } from "../../../gateway/audit/logLimits.ts";
import { logLimits } from "../../../gateway/audit/logLimits.ts";
import { openLogFolder } from "../../../gateway/audit/openLogFolder.ts";
import type { GrantClaims } from "../../../schema/grant.ts";
import { auditSubgraph } from "../../../subgraphs/audit/auditSubgraph.ts";
import { indexed, operation, subject } from "../../../subgraphs/audit/tables.ts";
import { serve } from "../../../subgraphs/serve.ts";
import { migrate } from "../../../subgraphs/shell/migrate.ts";
import { openStore, type Store } from "../../../subgraphs/shell/openStore.ts";

/** What came back. */
export interface Reply {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly data: any;
  readonly codes: readonly unknown[];
  readonly messages: readonly string[];
}

/** An access log in a folder and the audit subgraph that reads it, on a database of its own. */
export interface AuditWorld {
  readonly folder: string;
  readonly store: Store;
  /** Puts accesses on record as one instance of the gateway; instances are opened as they are named. */
  record(instance: string, ...entries: readonly AccessEntry[]): Promise<void>;
  /** Closes an instance; the next access opens a new segment. */
  restart(instance: string): Promise<void>;
  ask(query: string, variables?: Readonly<Record<string, unknown>>, grant?: GrantClaims): Promise<Reply>;
  /** Begins again with no log and an empty index. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** The data protection officer's grant. */
export const officer: GrantClaims = {
  office: "DPO",
  holder: "DPO",
  role: "DATA_PROTECTION_OFFICER",
  purpose: "DATA_PROTECTION_CONTROL",
  caseRef: null,
  date: "2026-06-15",
  person: null,
  entries: [{ category: "ACCESS_RECORD", action: "SEE", when: ["ANY"], unless: [] }],
};

export async function openAuditWorld(limits: Partial<LogLimits> = {}): Promise<AuditWorld> {
  const folder = mkdtempSync(join(tmpdir(), "sichtfeld-audit-"));
  const store = await openStore({ folder: null, databaseUrl: null });
  await migrate(store, [{ folder: "audit", schema: "audit" }], () => null);
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { crv: "Ed25519" });
  const failures: unknown[] = [];
  const subgraph = await serve(
    auditSubgraph(() => folder),
    store.owner,
    publicKey,
    (_, error) => failures.push(error),
  );
  const logs = new Map<string, AccessLog>();
  const restart = async (instance: string) => {
    await logs.get(instance)?.close();
    logs.delete(instance);
  };
  return {
    folder,
    store,
    restart,
    async record(instance, ...entries) {
      const log =
        logs.get(instance) ??
        (await AccessLog.open(await openLogFolder(folder, instance), Date.now, { ...logLimits, ...limits }));
      logs.set(instance, log);
      await Promise.all(entries.map((entry) => log.append(entry)));
    },
    async ask(query, variables = {}, claims = officer) {
      const grant = await new SignJWT({ grant: claims })
        .setProtectedHeader({ alg: "EdDSA" })
        .setAudience("audit")
        .setIssuedAt()
        .setExpirationTime("60s")
        .sign(privateKey);
      const answer = await subgraph.answer({ query, variables, operationName: null, grant, operationId: "question" });
      if (failures.length > 0) throw failures[0];
      const { data, errors = [] } = JSON.parse(JSON.stringify(answer));
      return {
        data,
        codes: errors.map((error: { extensions: { code: unknown } }) => error.extensions.code),
        messages: errors.map((error: { message: string }) => error.message),
      };
    },
    async reset() {
      await Promise.all([...logs.keys()].map(restart));
      for (const table of [subject, operation, indexed]) await store.owner.delete(table);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
    },
    async close() {
      await Promise.all([...logs.keys()].map(restart));
      await subgraph.stop();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

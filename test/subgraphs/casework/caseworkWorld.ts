import type { sql } from "drizzle-orm";
import type { FormattedExecutionResult } from "graphql";
import { generateKeyPair, SignJWT } from "jose";
import postgres from "postgres";
import type { GrantClaims } from "../../../schema/grant.ts";
import { casework } from "../../../subgraphs/casework/subgraph.ts";
import type { Blueprint } from "../../../subgraphs/population/Blueprint.ts";
import { serve } from "../../../subgraphs/serve.ts";
import { migrate, roleOf } from "../../../subgraphs/shell/migrate.ts";
import { openStore } from "../../../subgraphs/shell/openStore.ts";
import { personFact, relation } from "../../../subgraphs/shell/tables.ts";

type Data = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;

/** The casework subgraph on a database of its own, asked as the gateway asks it. */
export interface CaseworkWorld {
  /** Writes persons with their cases. */
  populate(...persons: readonly Blueprint[]): Promise<void>;
  /** Writes a relation that another subgraph owns, since 2025. */
  relate(office: string, personRef: string, kind: string, caseRef: string): Promise<void>;
  /** Puts a person under the large transfer block. */
  block(personRef: string): Promise<void>;
  ask(grant: GrantClaims, query: string, variables?: Data): Promise<FormattedExecutionResult>;
  /** Rows of a statement, for what is stored. */
  rows(statement: ReturnType<typeof sql>): Promise<readonly Row[]>;
  /** What went wrong behind an INTERNAL error, in order. */
  readonly failures: readonly unknown[];
  /** SQL statements that a piece of work sends. */
  statementsOf(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

/**
 * PGlite in memory, as the role of the subgraph, so that what the role may not do fails here;
 * a new database on the server of DATABASE_URL where that is given.
 */
export async function openCaseworkWorld(): Promise<CaseworkWorld> {
  const { databaseUrl, drop } = await ownDatabase(process.env.DATABASE_URL ?? null);
  const store = await openStore({ folder: null, databaseUrl });
  await migrate(store, [{ folder: "casework", schema: "casework" }], () => null);
  if (store.engine === "pglite") await store.script(`SET ROLE ${roleOf("casework")}`);
  const failures: unknown[] = [];
  const { privateKey, publicKey } = await generateKeyPair("EdDSA");
  const subgraph = await serve(casework, store.owner, publicKey, (_, error) => failures.push(error));
  return {
    failures,
    populate: async (...persons) => casework.populate?.(store.owner, persons),
    relate: async (office, personRef, kind, caseRef) =>
      void (await store.owner.insert(relation).values({ office, personRef, kind, caseRef, since: "2025-01-01" })),
    block: async (personRef) =>
      void (await store.owner
        .insert(personFact)
        .values({ personRef, kind: "LARGE_TRANSFER_BLOCK", since: "2025-01-01" })),
    async ask(claims, query, variables = {}) {
      const grant = await new SignJWT({ grant: claims })
        .setProtectedHeader({ alg: "EdDSA" })
        .setAudience("casework")
        .setIssuedAt()
        .setExpirationTime("60s")
        .sign(privateKey);
      const answer = await subgraph.answer({ query, variables, operationName: null, grant, operationId: "op" });
      return JSON.parse(JSON.stringify(answer));
    },
    async rows(statement) {
      const result: unknown = await store.owner.execute(statement);
      return [...((Array.isArray(result) ? result : (result as { rows: Row[] }).rows) as Row[])];
    },
    async statementsOf(work) {
      const before = store.statements.count;
      await work();
      return store.statements.count - before;
    },
    async close() {
      await subgraph.stop();
      await store.close();
      await drop();
    },
  };
}

async function ownDatabase(server: string | null) {
  if (server === null) return { databaseUrl: null, drop: async () => {} };
  const name = `casework_${crypto.randomUUID().replaceAll("-", "")}`;
  const run = async (statement: string) => {
    const client = postgres(server, { max: 1, onnotice: () => {} });
    await client.unsafe(statement);
    await client.end();
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { databaseUrl: url.href, drop: () => run(`DROP DATABASE ${name}`) };
}

import type { FormattedExecutionResult } from "graphql";
import { generateKeyPair, SignJWT } from "jose";
import type { GrantClaims } from "../../../schema/grant.ts";
import { catalogues } from "../../../subgraphs/scoring/catalogue/catalogues.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import { readEvaluationKey } from "../../../subgraphs/scoring/readEvaluationKey.ts";
import { recordedRow } from "../../../subgraphs/scoring/recordedRow.ts";
import { scoring } from "../../../subgraphs/scoring/subgraph.ts";
import { estimateDraw, recordedAssessment } from "../../../subgraphs/scoring/tables.ts";
import { serve } from "../../../subgraphs/serve.ts";
import { migrate } from "../../../subgraphs/shell/migrate.ts";
import { type Database, openStore } from "../../../subgraphs/shell/openStore.ts";
import { personFact, relation } from "../../../subgraphs/shell/tables.ts";
import { factsOf, type Values } from "./factsOf.ts";
import { ownDatabase } from "./ownDatabase.ts";

/** A case as the directory knows it. */
export interface DirectoryCase {
  readonly caseRef: string;
  readonly personRef: string;
  readonly office?: string;
  readonly kind?: string;
  readonly since?: string;
  readonly until?: string | null;
}

/** The scoring subgraph on a database of its own, asked as the gateway asks it. */
export interface ScoringWorld {
  readonly database: Database;
  /** Writes relations that other subgraphs own; without more said, own cases of RRK Münster since 2 March 2026. */
  relate(...cases: readonly DirectoryCase[]): Promise<void>;
  /** Puts a person under the large transfer block. */
  block(personRef: string): Promise<void>;
  /** Keeps an assessment that the engine made of these facts on an earlier date. */
  keep(caseRef: string, personRef: string, on: string, values?: Values): Promise<void>;
  /** Draws a case for an own estimate. */
  draw(caseRef: string): Promise<void>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  ask(grant: GrantClaims, query: string, variables?: object): Promise<FormattedExecutionResult<any>>;
  /** SQL statements that a piece of work sends. */
  statementsOf(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

/** PGlite in memory; a new database on the server of DATABASE_URL where that is given. */
export async function openScoringWorld(): Promise<ScoringWorld> {
  const { databaseUrl, drop } = await ownDatabase(process.env.DATABASE_URL ?? null);
  const store = await openStore({ folder: null, databaseUrl });
  const database = store.owner;
  await migrate(store, [{ folder: "scoring", schema: "scoring" }], () => null);
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { crv: "Ed25519" });
  const subgraph = await serve(scoring, database, publicKey, (_, error) => console.error(error));
  return {
    database,
    relate: async (...cases) => {
      const own = { office: "RRK_MUENSTER", kind: "OWN_CASE", since: "2026-03-02" };
      await database.insert(relation).values(cases.map((each) => ({ ...own, ...each })));
    },
    block: async (personRef) =>
      void (await database.insert(personFact).values({ personRef, kind: "LARGE_TRANSFER_BLOCK", since: "2025-01-01" })),
    keep: async (caseRef, personRef, on, values = {}) => {
      const catalogue = catalogues.inForce(on);
      if (catalogue === null) throw new Error(`No catalogue is in force on ${on}.`);
      const inputs = factsOf(values).map((fact) => ({ ...fact, asOf: "2025-06-01" }));
      const assessment = assess(inputs, on, catalogue);
      const id = `RA-${caseRef}-${on}`;
      const recording = {
        id,
        caseRef,
        personRef,
        assessment,
        inputs,
        recordedBy: "X-01",
        recordedAt: `${on}T09:00:00Z`,
      };
      const key = await readEvaluationKey(database, "0f".repeat(32));
      await database.insert(recordedAssessment).values(recordedRow(recording, key));
    },
    draw: async (caseRef) => void (await database.insert(estimateDraw).values({ caseRef })),
    async ask(claims, query, variables = {}) {
      const grant = await new SignJWT({ grant: claims })
        .setProtectedHeader({ alg: "EdDSA" })
        .setAudience("scoring")
        .setIssuedAt()
        .setExpirationTime("60s")
        .sign(privateKey);
      const request = { query, variables: { ...variables }, operationName: null, grant, operationId: "op" };
      return JSON.parse(JSON.stringify(await subgraph.answer(request)));
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

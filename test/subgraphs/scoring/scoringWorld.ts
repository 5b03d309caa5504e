import { catalogues } from "../../../subgraphs/scoring/catalogue/catalogues.ts";
import { assess } from "../../../subgraphs/scoring/engine/assess.ts";
import { readEvaluationKey } from "../../../subgraphs/scoring/readEvaluationKey.ts";
import { recordedRow } from "../../../subgraphs/scoring/recordedRow.ts";
import { scoring } from "../../../subgraphs/scoring/subgraph.ts";
import { recordedAssessment } from "../../../subgraphs/scoring/tables.ts";
import type { Database } from "../../../subgraphs/shell/openStore.ts";
import { casePart, estimateDraw, keptAssessment, personFact, relation } from "../../../subgraphs/shell/tables.ts";
import { openRoom, type Room } from "../openRoom.ts";
import { factsOf, type Values } from "./factsOf.ts";

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
export interface ScoringWorld extends Pick<Room, "ask" | "statementsOf" | "close"> {
  readonly database: Database;
  /** Writes relations that other subgraphs own; without more said, own cases of RRK Münster since 2 March 2026. */
  relate(...cases: readonly DirectoryCase[]): Promise<void>;
  /** Puts a person under the large transfer block. */
  block(personRef: string): Promise<void>;
  /** Keeps an assessment that the engine made of these facts on an earlier date. */
  keep(caseRef: string, personRef: string, on: string, values?: Values): Promise<void>;
  /** Draws a case for an own estimate. */
  draw(caseRef: string): Promise<void>;
}

export async function openScoringWorld(): Promise<ScoringWorld> {
  const room = await openRoom(scoring);
  const database = room.store.owner;
  return {
    ...room,
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
        office: "RRK_MUENSTER",
        assessment,
        inputs,
        recordedBy: "X-01",
        recordedAt: `${on}T09:00:00Z`,
      };
      const key = await readEvaluationKey(database, "0f".repeat(32));
      await database.insert(recordedAssessment).values(recordedRow(recording, key));
      await database.insert(keptAssessment).values({ factId: id, caseRef });
      await database
        .insert(casePart)
        .values({ caseRef, person: "X-01", part: "KEPT_ASSESSMENT" })
        .onConflictDoNothing();
    },
    draw: async (caseRef) => void (await database.insert(estimateDraw).values({ caseRef })),
  };
}

import type { SQL } from "drizzle-orm";
import { casework } from "../../../subgraphs/casework/subgraph.ts";
import type { Blueprint } from "../../../subgraphs/population/Blueprint.ts";
import { roleOf } from "../../../subgraphs/shell/migrate.ts";
import { readRows } from "../../../subgraphs/shell/readRows.ts";
import { personFact, relation } from "../../../subgraphs/shell/tables.ts";
import { openRoom, type Room } from "../openRoom.ts";

type Row = Readonly<Record<string, unknown>>;

/** The casework subgraph on a database of its own, asked as the gateway asks it. */
export interface CaseworkWorld extends Room {
  /** Writes persons with their cases. */
  populate(...persons: readonly Blueprint[]): Promise<void>;
  /** Writes a relation that another subgraph owns, since 2025. */
  relate(office: string, personRef: string, kind: string, caseRef: string): Promise<void>;
  /** Puts a person under the large transfer block. */
  block(personRef: string): Promise<void>;
  /** Rows of a statement, for what is stored. */
  rows(statement: SQL): Promise<readonly Row[]>;
}

/** On PGlite as the role of the subgraph, so that what the role may not do fails here. */
export async function openCaseworkWorld(): Promise<CaseworkWorld> {
  const room = await openRoom(casework);
  const { owner } = room.store;
  if (room.store.engine === "pglite") await room.store.script(`SET ROLE ${roleOf(casework.schema)}`);
  return {
    ...room,
    populate: async (...persons) => casework.populate?.(owner, persons),
    relate: async (office, personRef, kind, caseRef) =>
      void (await owner.insert(relation).values({ office, personRef, kind, caseRef, since: "2025-01-01" })),
    block: async (personRef) =>
      void (await owner.insert(personFact).values({ personRef, kind: "LARGE_TRANSFER_BLOCK", since: "2025-01-01" })),
    rows: async (statement) => [...(await readRows<Row>(owner, statement))],
  };
}

import { getTableColumns, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policeFinding } from "../../subgraphs/criminal-records/tables.ts";
import { roster } from "../../subgraphs/roster.ts";
import type { Store } from "../../subgraphs/shell/openStore.ts";
import { readRows } from "../../subgraphs/shell/readRows.ts";
import { factColumns } from "../../subgraphs/shell/tables.ts";
import { openEmptyStore } from "./openEmptyStore.ts";

/** Tables about persons or cases that hold no fact of their own, each with the reason. */
const withoutProvenance: Readonly<Record<string, string>> = {
  "criminal_records.offence": "Part of a conviction, which carries the provenance.",
  "immigration.linkage_form": "Made from the person's own row, for looking the person up.",
  "immigration.clearing_candidate": "Worked out: how far a description agrees with the person.",
  "immigration.linkage_act": "A decision about whom a ticket stands for, which names its own author and instant.",
};

/** Columns of `factColumns` that are null where the fact has none: no later deletion date, no police data, no assessment. */
const mayBeNull = new Set(["delete_by", "label", "evidence_holder"]);

const isAbout = new Set(["person_ref", "case_ref"]);

interface StoredColumn {
  readonly table: string;
  readonly column: string;
  readonly nullable: boolean;
}

let store: Store;
let columns: ReadonlyMap<string, readonly StoredColumn[]>;

beforeAll(async () => {
  store = await openEmptyStore();
  const stored = await readRows<StoredColumn>(
    store.owner,
    sql`SELECT table_schema || '.' || table_name AS "table", column_name AS "column", is_nullable = 'YES' AS nullable
      FROM information_schema.columns WHERE table_schema IN ${roster.map(({ schema }) => schema)}`,
  );
  columns = Map.groupBy(stored, ({ table }) => table);
});
afterAll(() => store.close());

/** Names of the columns that a fact cannot be stored without. */
const required = Object.entries(getTableColumns(policeFinding))
  .filter(([key]) => key in factColumns)
  .map(([, { name }]) => name)
  .filter((name) => !mayBeNull.has(name));

/** Tables with a person or a case on each row. The log of accesses is apart: its entries are about those who asked. */
function tablesAboutPersons(): readonly string[] {
  return [...columns]
    .filter(([table, each]) => !table.startsWith("audit.") && each.some(({ column }) => isAbout.has(column)))
    .map(([table]) => table);
}

/** What the table lacks of a provenance that cannot be missing. */
function lackingIn(table: string): readonly string[] {
  const kept = new Set((columns.get(table) ?? []).filter(({ nullable }) => !nullable).map(({ column }) => column));
  return required.filter((column) => !kept.has(column)).map((column) => `${table}.${column}`);
}

describe("As the migrations make them", () => {
  test("thirteen columns of provenance, the tag among them, are never null", () => {
    expect(required).toHaveLength(13);
  });

  test("every table about a person or a case has them", () => {
    const facts = tablesAboutPersons().filter((table) => !(table in withoutProvenance));
    expect(facts.length).toBeGreaterThan(30);
    expect(facts.flatMap(lackingIn)).toEqual([]);
  });

  test.for(Object.keys(withoutProvenance))("%s is there, and would be missed", (table) => {
    expect(tablesAboutPersons()).toContain(table);
    expect(lackingIn(table).length).toBeGreaterThan(0);
  });
});

import { getTableColumns, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { conviction } from "../../../subgraphs/criminal-records/tables.ts";
import { insertRows } from "../../../subgraphs/shell/insertRows.ts";
import type { Store } from "../../../subgraphs/shell/openStore.ts";
import { readRows } from "../../../subgraphs/shell/readRows.ts";
import { relation } from "../../../subgraphs/shell/tables.ts";
import { givenFact } from "../criminal-records/givenRecord.ts";
import { openEmptyStore } from "../openEmptyStore.ts";

let store: Store;
beforeAll(async () => {
  store = await openEmptyStore();
});
afterEach(async () => {
  await store.owner.delete(conviction);
  await store.owner.delete(relation);
});
afterAll(() => store.close());

const judgment = {
  ...givenFact("P-1", "CV-1", "2026-05-01"),
  court: "Amtsgericht Münster",
  courtFileRef: "2 Ds 1/26",
  firstJudgmentOn: "2026-05-01",
  decidedOn: "2026-05-01",
  finalOn: "2026-05-01",
  penalty: "FINE" as const,
  dayFines: 60,
};

test("Rows inserted together are the rows that are inserted one by one: defaults, nulls, lists and every letter", async () => {
  const rows: readonly (typeof conviction.$inferInsert)[] = [
    judgment,
    { ...judgment, factId: "CV-2", version: 3, restricted: true, dayFines: 90, deleteBy: "2031-05-01" },
    { ...judgment, factId: "CV-3", finalOn: null, label: undefined, measures: ["ADDICTION_CLINIC", "OTHER"] },
    { ...judgment, factId: "CV-4", court: `L'Hôpital "Ö" \\ $1 {} 字 \n`, courtFileRef: "NULL" },
  ];
  const { tag: _drawn, ...columns } = getTableColumns(conviction);
  const stored = () => store.owner.select(columns).from(conviction).orderBy(conviction.factId);
  for (const row of rows) await store.owner.insert(conviction).values(row);
  const oneByOne = await stored();
  await store.owner.delete(conviction);
  await insertRows(store.owner, conviction, rows);
  expect(oneByOne).toHaveLength(4);
  expect(await stored()).toEqual(oneByOne);
});

test.each([
  [0, 0],
  [1, 1],
  [5_000, 1],
  [5_001, 2],
])("%i rows take %i SQL statements", async (count, statements) => {
  const rows = Array.from({ length: count }, (_, index) => ({
    office: "ABH_05554",
    personRef: `P-${index}`,
    kind: "OWN_FILE",
    caseRef: `ABH-BOR-${index}`,
    since: "2026-03-02",
  }));
  const before = store.statements.count;
  await insertRows(store.owner, relation, rows);
  expect(store.statements.count - before).toBe(statements);
  expect(await readRows(store.owner, sql`SELECT count(*)::int AS found FROM ${relation}`)).toEqual([{ found: count }]);
});

test("A row that the table refuses takes the others of its statement with it", async () => {
  const rows = [judgment, { ...judgment, factId: "CV-2" }, judgment];
  await expect(insertRows(store.owner, conviction, rows)).rejects.toMatchObject({ cause: { code: "23505" } });
  expect(await store.owner.$count(conviction)).toBe(0);
});

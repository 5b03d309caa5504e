import { createHmac } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { measure, prosecutorConsent, socialConductReport } from "../../../subgraphs/casework/tables.ts";
import { policeFinding } from "../../../subgraphs/criminal-records/tables.ts";
import { roster } from "../../../subgraphs/roster.ts";
import { insertRows } from "../../../subgraphs/shell/insertRows.ts";
import type { Store } from "../../../subgraphs/shell/openStore.ts";
import { readRows } from "../../../subgraphs/shell/readRows.ts";
import { givenFact } from "../criminal-records/givenRecord.ts";
import { openEmptyStore } from "../openEmptyStore.ts";

interface Stored {
  readonly tag: string;
  readonly key: string;
  readonly version: number;
  /** The row as text, without what may change while the version stays. */
  readonly content: string;
}

let store: Store;
beforeAll(async () => {
  store = await openEmptyStore();
});
afterAll(() => store.close());

const finding = (factId: string, particulars: Partial<typeof policeFinding.$inferInsert> = {}) => ({
  ...givenFact("P-1", factId, "2026-05-01"),
  label: "§ 22b",
  findingKind: "VIOLENCE" as const,
  ...particulars,
});

async function stored(factId: string): Promise<Stored> {
  const [row] = await readRows<Stored>(
    store.owner,
    sql`SELECT tag, encode(tag_key, 'hex') AS key, version,
      (to_jsonb(t) - '{tag,tag_key,delete_by,restricted,last_changed_at}'::text[])::text AS content
      FROM ${policeFinding} AS t WHERE fact_id = ${factId}`,
  );
  if (row === undefined) throw new Error(`There is no ${factId}.`);
  return row;
}

const change = (factId: string, set: Partial<Record<keyof typeof policeFinding.$inferInsert, unknown>>) =>
  store.owner
    .update(policeFinding)
    .set(set as never)
    .where(eq(policeFinding.factId, factId));

describe("The tag of a version of a fact", () => {
  test("is HMAC-SHA-256 over the row under the version's own key, as another implementation works it out", async () => {
    await insertRows(store.owner, policeFinding, [finding("PF-1"), finding("PF-2", { label: `ö "x" 字` })]);
    for (const each of ["PF-1", "PF-2"]) {
      const { tag, key, content } = await stored(each);
      const digest = createHmac("sha256", Buffer.from(key, "hex")).update(content).digest();
      expect(tag).toBe(digest.subarray(0, 16).toString("base64url"));
      expect(key).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test("tells nothing of the value: two rows that say the same have different tags, whatever is given as one", async () => {
    const same = { sourceFileRef: "1 Js 1/26" };
    await store.owner
      .insert(policeFinding)
      .values([finding("PF-3", same), finding("PF-4", { ...same, tag: "chosen" })]);
    const [one, other] = [await stored("PF-3"), await stored("PF-4")];
    expect(new Set([one.tag, other.tag, "chosen"]).size).toBe(3);
    expect(one.key).not.toBe(other.key);
  });

  test.for([
    ["its deletion date", { deleteBy: "2031-01-01" }],
    ["a restriction", { restricted: true }],
    ["the same again", { version: 1 }],
  ] as const)("stays while the version does: %s", async ([, set]) => {
    const before = await stored("PF-1");
    await change("PF-1", set);
    expect(await stored("PF-1")).toEqual(before);
  });

  test("is a new one, under a new key, for a new version", async () => {
    const before = await stored("PF-2");
    await change("PF-2", { version: 2, findingKind: "OTHER" });
    const after = await stored("PF-2");
    expect(after.version).toBe(2);
    expect(after.tag).not.toBe(before.tag);
    expect(after.key).not.toBe(before.key);
  });

  test("does not stand in a row that somebody changed without a new version: the row no longer gives it", async () => {
    await change("PF-3", { findingKind: "DRUGS" });
    const { tag, key, content } = await stored("PF-3");
    const digest = createHmac("sha256", Buffer.from(key, "hex")).update(content).digest();
    expect(tag).not.toBe(digest.subarray(0, 16).toString("base64url"));
  });
});

test("Every table with the provenance of facts has the tag made in it, and no other table has", async () => {
  const tables = await readRows<{ readonly name: string; readonly tagged: boolean; readonly keyed: boolean }>(
    store.owner,
    sql`SELECT c.table_schema || '.' || c.table_name AS name,
        EXISTS (SELECT 1 FROM information_schema.triggers AS t WHERE t.trigger_name = 'tag_fact'
          AND t.event_object_schema = c.table_schema AND t.event_object_table = c.table_name) AS tagged,
        bool_or(c.column_name = 'tag_key') AS keyed
      FROM information_schema.columns AS c WHERE c.table_schema IN ${roster.map(({ schema }) => schema)}
      GROUP BY c.table_schema, c.table_name HAVING bool_or(c.column_name = 'provenance_kind')`,
  );
  expect(tables.length).toBeGreaterThan(30);
  expect(tables.filter(({ tagged, keyed }) => !tagged || !keyed)).toEqual([]);
});

test("No program reads a key: drizzle knows no such column", () => {
  for (const table of [measure, prosecutorConsent, socialConductReport, policeFinding])
    expect(Object.keys(table)).not.toContain("tagKey");
});

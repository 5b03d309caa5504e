import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openMigratedStore } from "../../../subgraphs/openMigratedStore.ts";
import { roster } from "../../../subgraphs/roster.ts";
import { roleOf } from "../../../subgraphs/shell/migrate.ts";
import type { Store } from "../../../subgraphs/shell/openStore.ts";
import { readRows } from "../../../subgraphs/shell/readRows.ts";
import { storeSettings } from "../../../subgraphs/storeSettings.ts";
import { readFeed } from "../../../subgraphs/validity/readFeed.ts";
import { type OwnEnvironment, ownEnvironment } from "../../ownEnvironment.ts";
import { today } from "../today.ts";

let own: OwnEnvironment;
let store: Store;
beforeAll(async () => {
  own = await ownEnvironment("population");
  store = await openMigratedStore(storeSettings(own.variables));
});
afterAll(async () => {
  await store.close();
  await own.remove();
});

/** SQLSTATE with which the database refuses the statement to the role; null where it does not. */
async function refusal(schema: string, statement: string): Promise<string | null> {
  const database = store.engine === "pglite" ? store.owner : store.as(roleOf(schema));
  try {
    await database.transaction(async (transaction) => {
      if (store.engine === "pglite") await transaction.execute(sql.raw(`SET LOCAL ROLE ${roleOf(schema)}`));
      await transaction.execute(sql.raw(statement));
    });
    return null;
  } catch (error) {
    const { code, cause } = error as { code?: string; cause?: { code?: string } };
    return code ?? cause?.code ?? "unknown";
  }
}

const forbidden = "42501";
const doors = [
  `validity.assessments('${today}')`,
  `validity.ratings('${today}')`,
  `validity.decisions('${today}')`,
  `validity.groups('${today}', ARRAY[]::text[])`,
];

describe("The enclave holds the group and not the name", () => {
  test.each(doors)("its role may ask %s", async (door) => {
    expect(await refusal("validity", `SELECT * FROM ${door}`)).toBeNull();
  });

  test("it may read no table of anybody, and write none", async () => {
    const tables = await readRows<{ readonly name: string }>(
      store.owner,
      sql`SELECT schemaname || '.' || quote_ident(tablename) AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "immigration.person",
        "scoring.recorded_assessment",
        "directory.relation",
        "migrations.enclave_key",
      ]),
    );
    for (const { name } of tables) {
      expect({ name, code: await refusal("validity", `SELECT FROM ${name} LIMIT 1`) }).toEqual({
        name,
        code: forbidden,
      });
      expect({ name, code: await refusal("validity", `DELETE FROM ${name}`) }).toEqual({ name, code: forbidden });
    }
    expect(await refusal("validity", "SELECT migrations.enclave_pseudonym('person P-SHOWCASE0001')")).toBe(forbidden);
    expect(await refusal("validity", "CREATE TABLE validity.kept (name text)")).toBe(forbidden);
  });

  test("it keeps nothing: its schema has functions alone, which change nothing", async () => {
    const held = await readRows(store.owner, sql`SELECT FROM pg_class WHERE relnamespace = 'validity'::regnamespace`);
    const functions = await readRows<{ readonly volatility: string }>(
      store.owner,
      sql`SELECT provolatile AS volatility FROM pg_proc WHERE pronamespace = 'validity'::regnamespace`,
    );
    expect([held.length, functions.length, new Set(functions.map(({ volatility }) => volatility))]).toEqual([
      0,
      doors.length,
      new Set(["s"]),
    ]);
  });

  test("what it is given names no person, case, fact, file, day of birth, place, country or member of the staff", async () => {
    const feed = await readFeed(store.owner, today);
    expect(feed.assessments.length).toBeGreaterThan(3);
    expect(feed.members.length).toBe(new Set(feed.assessments.map(({ person }) => person)).size);
    const given = JSON.stringify(feed);
    const known = await readRows<Record<string, string | null>>(
      store.owner,
      sql`SELECT p.person_ref, p.family_name, p.given_names, p.place_of_birth, p.date_of_birth::text, p.azr_number, p.file_ref, p.citizenships[1],
        kept.case_ref, kept.fact_id, kept.recorded_by, kept.pseudonym, kept.evaluation_ref, kept.assessment->>'inputsHash' AS hash
        FROM immigration.person AS p JOIN scoring.recorded_assessment AS kept USING (person_ref)`,
    );
    const values = new Set(
      known.flatMap((row) => Object.values(row)).filter((value) => value !== null && value !== ""),
    );
    expect(values.size).toBeGreaterThan(30);
    expect(
      [...values].filter(
        (value) => given.includes(`"${value}`) || ((value ?? "").length > 6 && given.includes(value ?? "")),
      ),
    ).toEqual([]);
  });
});

describe("No path leads from a group to a score", () => {
  const others = roster.filter(({ isEnclave }) => !isEnclave).map(({ schema }) => schema);

  test.each(others)("%s may open no door of the enclave, and not make its pseudonyms", async (schema) => {
    for (const door of doors) expect(await refusal(schema, `SELECT * FROM ${door}`)).toBe(forbidden);
    expect(await refusal(schema, "SELECT migrations.enclave_pseudonym('person P-SHOWCASE0001')")).toBe(forbidden);
  });

  test("scoring may not read who belongs to which group", async () => {
    expect(await refusal("scoring", "SELECT sex, citizenships, date_of_birth FROM immigration.person")).toBe(forbidden);
  });
});

test("Who is under a large transfer block does not exist for the enclave", async () => {
  const before = await readFeed(store.owner, today);
  const [row] = await readRows<{ readonly person_ref: string }>(
    store.owner,
    sql`SELECT person_ref FROM scoring.recorded_assessment WHERE person_ref NOT IN
      (SELECT person_ref FROM directory.person_fact WHERE kind = 'LARGE_TRANSFER_BLOCK') ORDER BY 1 LIMIT 1`,
  );
  await store.owner.execute(
    sql`INSERT INTO directory.person_fact (person_ref, kind, since) VALUES (${row?.person_ref}, 'LARGE_TRANSFER_BLOCK', '2026-06-01')`,
  );
  const after = await readFeed(store.owner, today);
  expect(after.members.length).toBe(before.members.length - 1);
  expect(after.assessments.length).toBeLessThan(before.assessments.length);
  expect((await readFeed(store.owner, "2026-05-31")).members.length).toBeGreaterThan(0);
});

test("On 28 February, before the pilot, the enclave is given no assessment", async () => {
  expect((await readFeed(store.owner, "2026-02-28")).assessments).toEqual([]);
});

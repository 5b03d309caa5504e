import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type PgColumn } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grantEntries } from "../../gateway/grantEntries.ts";
import { abilityFor } from "../../gateway/policy/ability.ts";
import { completeFacts } from "../../gateway/policy/facts.ts";
import { foldRules } from "../../gateway/policy/foldRules.ts";
import { loadPolicy } from "../../gateway/policy/loadPolicy.ts";
import { offices } from "../../schema/offices.ts";
import { vocabulary } from "../../schema/vocabulary.ts";
import { recordTypes as casework } from "../../subgraphs/casework/recordTypes.ts";
import { caseRecord } from "../../subgraphs/casework/tables.ts";
import { recordTypes as criminalRecords } from "../../subgraphs/criminal-records/records/recordTypes.ts";
import { person } from "../../subgraphs/immigration/tables.ts";
import { grantView, permits } from "../../subgraphs/shell/grantView.ts";
import type { Store } from "../../subgraphs/shell/openStore.ts";
import { factsOfRecord, type RecordType } from "../../subgraphs/shell/RecordType.ts";
import { readRows } from "../../subgraphs/shell/readRows.ts";
import { caseRelationFacts, personRelationFacts } from "../../subgraphs/shell/relationFacts.ts";
import { casePredicate, personPredicate, recordPredicate } from "../../subgraphs/shell/relationPredicate.ts";
import { openEmptyStore } from "../subgraphs/openEmptyStore.ts";
import { type Chance, chance } from "./chance.ts";
import { emptyLog } from "./ReadLog.ts";
import { type Item, registry } from "./Registry.ts";
import { Rules } from "./Rules.ts";
import type { Setting } from "./Setting.ts";
import { settings } from "./settings.ts";
import { dropConstraints, type Row, type Tables, writeTables } from "./Tables.ts";

const seed = 7;
const worlds = 2;
const policy = loadPolicy();
const records: Readonly<Record<string, RecordType>> = { ...criminalRecords, ...casework } as never;
const days = ["2026-01-01", "2026-06-14", "2026-06-15", "2026-06-16", "2026-09-01", "2029-06-15"];
const asking = ["RRK_MUENSTER", "RRK_KOELN", "ZAB_COESFELD", "ABH_05554", "LKA_NRW", "POLICE_MUENSTER", "STA_R2700S"];
const holders = [...asking, "JVA_MUENSTER", "BAMF", "SUBJECT:P-000000000001", "SUBJECT:P-000000000002"];
const persons = Array.from({ length: 14 }, (_, index) => `P-${String(index).padStart(12, "0")}`);

let store: Store;
beforeAll(async () => {
  store = await openEmptyStore();
  await dropConstraints(store);
  // Columns that no predicate looks at stay empty.
  await store.script(`DO $$ DECLARE c record; BEGIN
    FOR c IN SELECT table_schema, table_name, column_name FROM information_schema.columns AS k
      WHERE table_schema IN ('immigration', 'criminal_records', 'casework') AND is_nullable = 'NO' AND NOT EXISTS (
        SELECT 1 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
        WHERE i.indisprimary AND i.indrelid = format('%I.%I', k.table_schema, k.table_name)::regclass AND a.attname = k.column_name)
    LOOP EXECUTE format('ALTER TABLE %I.%I ALTER COLUMN %I DROP NOT NULL', c.table_schema, c.table_name, c.column_name);
    END LOOP; END $$`);
});
afterAll(() => store?.close());

/** Rows of a table: what it can leave empty is empty every other time. */
function rowsOf(table: RecordType["table"] | typeof person | typeof caseRecord, count: number, drawn: Chance): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const personRef = drawn.pick(persons);
    const value = ({ name, notNull, dataType }: PgColumn): unknown => {
      if (name === "fact_id") return `F-${index}`;
      if (name === "person_ref") return table === person ? persons[index] : personRef;
      if (name === "case_ref") return drawn.pick(refsOf(personRef));
      if (!notNull && drawn.happens(0.5)) return null;
      if (/^(office|source_office|enforced_by)$/.test(name)) return drawn.pick(holders);
      return dataType === "boolean" ? drawn.happens(0.5) : null;
    };
    return Object.fromEntries(Object.values(getTableColumns(table)).map((column) => [column.name, value(column)]));
  });
}

/** Every reference belongs to one person. */
function refsOf(personRef: string): readonly string[] {
  return [`FM-${personRef}-1`, `FM-${personRef}-2`, `AZ ${personRef}`];
}

const nameOf = (table: RecordType["table"] | typeof person | typeof caseRecord) =>
  `${getTableConfig(table).schema}.${getTableName(table)}`;

function drawWorld(drawn: Chance): Tables {
  const period = () => {
    const [one, other] = [drawn.pick(days), drawn.pick(days)].sort();
    return { since: one, until: drawn.happens(0.5) ? null : other };
  };
  const kinds = Object.keys(vocabulary.relations).filter((kind) => kind !== "ANY");
  const relations = Array.from({ length: 160 }, () => {
    const personRef = drawn.pick(persons);
    const tie = { office: drawn.pick(holders), person_ref: personRef, kind: drawn.pick(kinds) };
    return { ...tie, case_ref: drawn.pick(refsOf(personRef)), ...period() };
  });
  const facts = Array.from({ length: 8 }, () => ({
    person_ref: drawn.pick(persons),
    kind: drawn.pick(Object.keys(vocabulary.personFacts)),
    ...period(),
  }));
  const once = (rows: readonly Row[], ...keys: string[]) => [
    ...new Map(rows.map((row) => [keys.map((key) => row[key]).join(" "), row])).values(),
  ];
  return {
    "directory.relation": once(relations, "office", "person_ref", "kind", "case_ref", "since"),
    "directory.person_fact": once(facts, "person_ref", "kind", "since"),
    [nameOf(person)]: rowsOf(person, persons.length, drawn),
    [nameOf(caseRecord)]: once(rowsOf(caseRecord, 40, drawn), "case_ref"),
    ...Object.fromEntries(Object.values(records).map(({ table }) => [nameOf(table), rowsOf(table, 24, drawn)])),
  };
}

const categories = Object.keys(vocabulary.categories);
const questions = categories.flatMap((category) =>
  (["SEE", "COMBINE"] as const).map((action) => ({ action, category })),
);

/** Judges all rows of a world for one who asks, in four ways, and counts the rows that each lets through. */
async function judge(setting: Setting, tables: Tables, seen: Map<string, number>): Promise<readonly string[]> {
  const { office: id, holder, role, purpose, caseRef, date } = setting;
  const office = offices.get(id);
  if (office === undefined) throw new Error(`There is no office ${id}.`);
  const ability = abilityFor(policy, office, role, purpose, date);
  const folded = foldRules(policy, { office, role, purpose, date });
  const asked = questions.filter(({ action, category }) => {
    const grants = ability.grants(action, category);
    // What needs no relation is in tables, the catalogue and the log: no row of a person or case is judged by it.
    return grants.length > 0 && grants.every(({ when }) => when !== "ANY");
  });
  const entries = asked.flatMap((demand) => grantEntries(demand, ability));
  const grant = grantView({ office: id, holder, role, purpose, caseRef, date, person: null, entries });
  const rules = new Rules(setting, registry(tables, emptyLog, date));
  const wrong: string[] = [];

  await examine("Person", person, (category) => personPredicate(grant, category, person.personRef), personOf);
  await examine(
    "Case",
    caseRecord,
    (category) => casePredicate(grant, category, caseRecord.caseRef, caseRecord.personRef),
    caseOf,
  );
  for (const [type, record] of Object.entries(records))
    await examine(
      type,
      record.table,
      (category) => recordPredicate(grant, category, record),
      async (rows) => {
        const above = "caseRef" in record.table ? await caseOf(rows) : await personOf(rows);
        return rows.map((row, at) => [...factsOfRecord(record, row, holder, new Set(above[at])).all]);
      },
    );
  return wrong;

  async function personOf(rows: readonly Item[]): Promise<readonly (readonly string[])[]> {
    const found = await personRelationFacts(
      store.owner,
      grant,
      rows.map(({ personRef }) => personRef),
    );
    return found.map(({ facts }) => [...facts]);
  }

  async function caseOf(rows: readonly Item[]): Promise<readonly (readonly string[])[]> {
    const found = await caseRelationFacts(
      store.owner,
      grant,
      rows.map((row) => row.caseRef),
    );
    return found.map(({ facts }) => [...facts]);
  }

  async function examine(
    type: string,
    table: RecordType["table"] | typeof person | typeof caseRecord,
    predicate: (category: string) => SQL,
    factsIn: (rows: readonly Item[]) => Promise<readonly (readonly string[])[]>,
  ): Promise<void> {
    const columns = asked.map(({ category }, at) => sql`(${predicate(category)}) IS TRUE AS ${sql.raw(`v${at}`)}`);
    if (columns.length === 0) return;
    const key = table === caseRecord ? sql`case_ref` : table === person ? sql`person_ref` : sql`fact_id`;
    const told = await readRows<Row>(
      store.owner,
      sql`SELECT ${sql.join(columns, sql`, `)} FROM ${table} ORDER BY ${key}`,
    );
    const rows = (await store.owner
      .select()
      .from(table as never)
      .orderBy(key)) as readonly Item[];
    const facts = await factsIn(rows);
    for (const [at, row] of rows.entries()) {
      const above = "caseRef" in table ? rules.caseFacts(row.caseRef) : rules.personFacts(row.personRef);
      const expected = type in records ? rules.recordFacts(type, row, above) : above;
      for (const [index, { action, category }] of asked.entries()) {
        const verdicts = {
          reference: rules.may(action, category, expected),
          sql: told[at]?.[`v${index}`] === true,
          shell: permits(grant.reading(category), new Set(facts[at])),
          casl: ability.permits(action, category, completeFacts(facts[at] ?? [])),
          folded: folded.some(
            (rule) =>
              rule.action === action &&
              rule.category === category &&
              (rule.relation === "ANY" || facts[at]?.includes(rule.relation)) &&
              !rule.unless.some((fact) => facts[at]?.includes(fact)),
          ),
        };
        const seenAs = `${type} ${verdicts.reference ? "given" : "withheld"}`;
        seen.set(seenAs, (seen.get(seenAs) ?? 0) + 1);
        if (new Set(Object.values(verdicts)).size > 1)
          wrong.push(
            `${holder} ${role} ${purpose} ${caseRef} ${date}: ${action} ${category} of ${type} ${JSON.stringify(row)}: ${JSON.stringify(verdicts)}`,
          );
      }
    }
  }
}

describe("Of every row, the SQL, the shell, CASL, the folded rules and the reference say the same, whatever is NULL in it", () => {
  const seen = new Map<string, number>();

  test.each(Array.from({ length: worlds }, (_, world) => [world, seed + world]))(
    "in world %i of seed %i, which as many of those who can ask look at as at each other",
    async (world, worldSeed) => {
      const drawn = chance(worldSeed);
      const tables = drawWorld(drawn);
      await writeTables(store, tables);
      const wrong: string[] = [];
      const askers = settings(tables, drawn).filter((_, at) => Math.floor(at / 2) % worlds === world);
      for (const setting of askers) wrong.push(...(await judge(setting, tables, seen)));
      expect(wrong.slice(0, 3)).toEqual([]);
    },
    120_000,
  );

  test("and of every type some were given and some withheld", () => {
    const types = ["Person", "Case", ...Object.keys(records)];
    expect([...seen.keys()].sort()).toEqual(types.flatMap((type) => [`${type} given`, `${type} withheld`]).sort());
  });
});

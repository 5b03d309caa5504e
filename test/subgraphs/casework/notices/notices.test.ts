import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noticeCategories } from "../../../../subgraphs/casework/notices/noticeCategories.ts";
import { occurrences as caseOccurrences } from "../../../../subgraphs/casework/occurrences.ts";
import { occurrences as custodyOccurrences } from "../../../../subgraphs/criminal-records/occurrences.ts";
import { custody } from "../../../../subgraphs/criminal-records/tables.ts";
import { expulsion, removalThreat } from "../../../../subgraphs/immigration/tables.ts";
import { announceDue } from "../../../../subgraphs/shell/announceDue.ts";
import { readRows } from "../../../../subgraphs/shell/readRows.ts";
import { news, personFact } from "../../../../subgraphs/shell/tables.ts";
import type { AskerName } from "../../../gateway/policy/askers.ts";
import { givenFact } from "../../immigration/givenFact.ts";
import { anAdmittedCase } from "../aCase.ts";
import { aPerson } from "../aPerson.ts";
import { askers as caseworkers } from "../askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "../caseworkWorld.ts";
import { mutate } from "../mutate.ts";
import { notifiedGrant } from "./notifiedGrant.ts";

/**
 * One person in an admitted case at RRK Münster: Borken keeps the file, StA Münster enforces the custody in JVA Münster and is asked for consent,
 * the police of Münster are to carry out a measure, LKA takes part in the case.
 */
const caseRef = "FM-2026-0001";
const person = "P-ONE";

let world: CaseworkWorld;

beforeAll(async () => {
  world = await openCaseworkWorld();
  await world.populate(aPerson(person, anAdmittedCase(caseRef)));
  for (const [office, kind, reference] of [
    ["ABH_05554", "OWN_FILE", "ABH-BOR-1"],
    ["STA_R2700S", "OWN_INVESTIGATION", "100 Js 1/26"],
    ["JVA_R6636", "OWN_CUSTODY", "GB-1"],
    ["LKA_NRW", "PARTICIPATING_CASE", caseRef],
    ["LKA_NRW", "OWN_FINDING", "LKA-1"],
  ] as const)
    await world.relate(office, person, kind, reference);
  await world.store.script("RESET ROLE; DELETE FROM directory.news");
});
afterAll(() => world.close());

const all: readonly AskerName[] = [
  "rrkMuenster",
  "rrkKoeln",
  "zabCoesfeld",
  "abhBorken",
  "lka",
  "policeMuenster",
  "staMuenster",
  "jvaMuenster",
  "bamf",
];

const selection = "edges { cursor node { kind caseRef personRef at fetch } } pageInfo { hasNextPage endCursor }";

async function read(asker: AskerName, date?: string, after: string | null = null) {
  const grant = notifiedGrant(asker, date);
  const granted = new Set(grant.entries.map(({ category }) => category));
  const kinds = [...noticeCategories].filter(([, each]) => each.every((category) => granted.has(category)));
  if (kinds.length === 0) return [];
  const { data, errors } = await world.ask(
    grant,
    `query ($kinds: [NoticeKind!]!, $after: String) { notices(kinds: $kinds, after: $after, first: 200) { ${selection} } }`,
    { kinds: kinds.map(([kind]) => kind), after },
  );
  expect(errors).toBeUndefined();
  return data?.notices.edges;
}

/** Who is told of what a piece of work does: asker → references, since the news that there was before. */
async function toldBy(work: () => Promise<unknown>, kind: string): Promise<Partial<Record<AskerName, string[]>>> {
  await world.store.script("DELETE FROM directory.news");
  await work();
  const told: Partial<Record<AskerName, string[]>> = {};
  for (const asker of all) {
    const notices: { node: { kind: string; caseRef: string } }[] = await read(asker);
    const references = notices.filter(({ node }) => node.kind === kind).map(({ node }) => node.caseRef);
    if (references.length > 0) told[asker] = references;
  }
  return told;
}

const owner = () => world.store.owner;

/** Steps of a case, which rest on no version of a fact. */
const stepKinds: ReadonlySet<string> = new Set([
  "ADMISSION_DECIDED",
  "CASE_MOVED_ON",
  "CONSENT_REQUESTED",
  "CONSENT_ANSWERED",
]);
const isNothing = (told: object) => Object.keys(told).length === 0;

/** Facts that the news of a kind names for the record: each by a version and its tag, and the one that the occasion is about. */
async function restsOn(kind: string): Promise<readonly string[]> {
  const rows = await readRows<{ readonly occasion: string; readonly reference: string }>(
    owner(),
    sql`SELECT occasion, fact_reference AS reference FROM ${news} WHERE kind = ${kind} AND fact_reference IS NOT NULL`,
  );
  for (const { occasion, reference } of rows)
    expect(reference).toMatch(new RegExp(`^${occasion.split(" ")[1]}@[1-9]\\d*~[\\w-]{22}$`));
  return rows.map(({ reference }) => reference);
}
const ofCustody = { ...givenFact(person, "CU-1", "2026-06-10"), sourceOffice: "JVA_R6636" };

describe("Who is told", () => {
  test.each<[kind: string, what: string, work: () => Promise<unknown>, told: Partial<Record<AskerName, string[]>>]>([
    [
      "EXPULSION_FINAL",
      "An expulsion by another authority is recorded as final",
      () =>
        owner()
          .insert(expulsion)
          .values({
            ...givenFact(person, "EX-1", "2026-05-01"),
            sourceOffice: "ABH_05515",
            code: "02",
            finalOn: "2026-04-30",
          }),
      { rrkMuenster: [caseRef], abhBorken: ["ABH-BOR-1"] },
    ],
    [
      "EXPULSION_FINAL",
      "An expulsion is recorded that is not final",
      () =>
        owner()
          .insert(expulsion)
          .values({ ...givenFact(person, "EX-2", "2026-05-01"), code: "02", finalOn: null }),
      {},
    ],
    [
      "EXPULSION_FINAL",
      "The Borken authority records that the second is final: it need not be told",
      () => owner().update(expulsion).set({ finalOn: "2026-05-01" }).where(eq(expulsion.factId, "EX-2")),
      { rrkMuenster: [caseRef] },
    ],
    [
      "REMOVAL_THREAT_ENFORCEABLE",
      "A removal threat is recorded as enforceable",
      () =>
        owner()
          .insert(removalThreat)
          .values({ ...givenFact(person, "RT-1", "2026-05-01"), sourceOffice: "BAMF", code: "01", enforceable: true }),
      { rrkMuenster: [caseRef], abhBorken: ["ABH-BOR-1"] },
    ],
    [
      "CONSENT_REQUESTED",
      "RRK Münster asks StA Münster for consent",
      () =>
        mutate(world, caseworkers.rrkMuenster, "requestConsent", {
          caseRef,
          office: "STA_R2700S",
          plannedMeasure: "EXPULSION_ORDER",
        }),
      { staMuenster: [caseRef] },
    ],
    [
      "CONSENT_ANSWERED",
      "StA Münster answers",
      () => mutate(world, caseworkers.staMuenster, "answerConsent", { caseRef, answer: "GIVEN" }),
      { rrkMuenster: [caseRef] },
    ],
    [
      "CASE_MOVED_ON",
      "RRK Münster adds a measure for the police of Münster",
      () =>
        mutate(world, caseworkers.rrkMuenster, "addMeasure", {
          caseRef,
          kind: "HEARING",
          office: "POLICE_MUENSTER",
          dueOn: "2026-07-01",
        }),
      { zabCoesfeld: [caseRef], abhBorken: [caseRef], lka: [caseRef], policeMuenster: [caseRef] },
    ],
    [
      "MEASURE_DUE",
      "The measure of the police is due",
      () => announceDue(owner(), "casework", caseOccurrences, "2026-07-01"),
      { rrkMuenster: [caseRef], abhBorken: [caseRef], policeMuenster: [caseRef] },
    ],
    [
      "RELEASE_WITHIN_SIX_MONTHS",
      "JVA Münster records custody that ends in more than six months",
      () =>
        owner()
          .insert(custody)
          .values({
            ...ofCustody,
            custodyKind: "01",
            begunOn: "2026-01-01",
            expectedEnd: "2027-01-10",
            enforcedBy: "STA_R2700S",
            waiver456a: "NONE",
          }),
      {},
    ],
    [
      "RELEASE_WITHIN_SIX_MONTHS",
      "Six months before the end",
      () => announceDue(owner(), "criminal_records", custodyOccurrences, "2026-07-10"),
      { rrkMuenster: [caseRef], zabCoesfeld: [caseRef], staMuenster: ["100 Js 1/26", caseRef], jvaMuenster: ["GB-1"] },
    ],
    [
      "CUSTODY_DATES_MOVED",
      "JVA Münster moves the end: it need not be told",
      () => owner().update(custody).set({ expectedEnd: "2027-06-01", version: 2 }).where(eq(custody.factId, "CU-1")),
      { rrkMuenster: [caseRef], zabCoesfeld: [caseRef], staMuenster: ["100 Js 1/26"] },
    ],
  ])("%s: %s", async (kind, _, work, told) => {
    expect(await toldBy(work, kind)).toEqual(told);
    expect(await restsOn(kind)).toEqual(stepKinds.has(kind) || isNothing(told) ? [] : [expect.any(String)]);
  });

  test("The person concerned and counsel are granted no kind of notice, whatever happens (§ 59 (1) AufenthG)", () => {
    expect(notifiedGrant("dataSubject").entries.filter(({ category }) => category.startsWith("NOTICE_"))).toEqual([]);
  });
});

describe("A notice", () => {
  test("names kind, case, person, instant and where more is read, and nothing else", async () => {
    await toldBy(
      () =>
        owner()
          .insert(expulsion)
          .values({ ...givenFact(person, "EX-3", "2026-05-01"), code: "02", finalOn: "2026-05-01" }),
      "EXPULSION_FINAL",
    );
    const [{ node }] = await read("rrkMuenster");
    expect(node).toEqual({
      kind: "EXPULSION_FINAL",
      caseRef,
      personRef: person,
      at: expect.stringMatching(/^\d{4}-/),
      fetch: ["Person.expulsion", "Expulsion.finalOn"],
    });
  });

  test("of a kind that the office may not have is refused, not left out", async () => {
    const { errors } = await world.answer(
      notifiedGrant("zabCoesfeld"),
      "{ notices(kinds: [EXPULSION_FINAL]) { edges { cursor } } }",
    );
    expect(errors?.[0]?.extensions).toEqual({ code: "FIELD_NOT_GRANTED" });
  });
});

describe("Rights that begin and end", () => {
  const told = (on: string) =>
    owner()
      .insert(news)
      .values({
        occasion: `EXPULSION_FINAL ${on}`,
        kind: "EXPULSION_FINAL",
        personRef: person,
        on,
        at: `${on}T08:00:00Z`,
        keptUntil: "2026-12-31",
      });
  const count = async (asker: AskerName, date: string) => (await read(asker, date)).length;

  beforeAll(async () => {
    await world.store.script("DELETE FROM directory.news");
    await world.store.script(
      `UPDATE directory.relation SET since = '2026-06-01', until = '2026-06-20' WHERE kind = 'OWN_CASE'`,
    );
    await told("2026-06-01");
  });
  afterAll(() =>
    world.store.script(`UPDATE directory.relation SET since = '2026-03-02', until = NULL WHERE kind = 'OWN_CASE'`),
  );

  test.each([
    ["on the last day of the relation, 20 June", "2026-06-20", 1],
    ["a day after it", "2026-06-21", 0],
  ])("%s, a notice of 1 June is delivered %s: %i", async (_, date, expected) => {
    expect(await count("rrkMuenster", date)).toBe(expected);
  });

  test("What happened on 31 May, a day before the relation began, is no notice", async () => {
    await world.store.script("DELETE FROM directory.news");
    await told("2026-05-31");
    expect(await count("rrkMuenster", "2026-06-15")).toBe(0);
    expect(await count("abhBorken", "2026-06-15")).toBe(1);
  });

  test("What is kept until 31 December is told on that day and not on the next", async () => {
    expect(await count("abhBorken", "2026-12-31")).toBe(1);
    expect(await count("abhBorken", "2027-01-01")).toBe(0);
  });

  test.each(["LARGE_TRANSFER_BLOCK", "UNION_CITIZEN"])(
    "A person with %s set since is in no notice to an RRK",
    async (kind) => {
      await world.store.script("DELETE FROM directory.news");
      await told("2026-06-10");
      expect(await count("rrkMuenster", "2026-06-15")).toBe(1);
      await owner().insert(personFact).values({ personRef: "P-ANOTHER", kind, since: "2026-06-12" });
      expect(await count("rrkMuenster", "2026-06-15")).toBe(1);
      await owner().insert(personFact).values({ personRef: person, kind, since: "2026-06-12" });
      expect(await count("rrkMuenster", "2026-06-15")).toBe(0);
      await owner().delete(personFact).where(eq(personFact.kind, kind));
    },
  );
});

describe("The order", () => {
  const event = (name: string) => ({
    occasion: `MEASURE_DUE ${name}`,
    kind: "MEASURE_DUE",
    personRef: person,
    caseRef,
    on: "2026-06-10",
    at: "2026-06-10T08:00:00Z",
    keptUntil: "2026-12-31",
  });

  test("A transaction that ends later has the later number, whenever it wrote: who has read a number misses nothing below it", async () => {
    await world.store.script("DELETE FROM directory.news");
    await owner().transaction(async (transaction) => {
      await transaction.insert(news).values(event("one"));
      const [unnumbered] = await transaction.select({ number: news.number }).from(news);
      expect(unnumbered).toEqual({ number: null });
    });
    await owner().insert(news).values(event("two"));
    const rows = await owner().select({ occasion: news.occasion, number: news.number }).from(news).orderBy(news.number);
    expect(rows.map(({ occasion }) => occasion)).toEqual(["MEASURE_DUE one", "MEASURE_DUE two"]);
    expect(rows.every(({ number }) => number !== null)).toBe(true);
  });

  test("Read page by page, each notice comes once, and what came meanwhile comes behind", async () => {
    const [first, second] = await read("rrkMuenster");
    expect(first.node.kind).toBe("MEASURE_DUE");
    expect(await read("rrkMuenster", undefined, first.cursor)).toEqual([second]);
    await owner().insert(news).values(event("three"));
    expect(await read("rrkMuenster", undefined, second.cursor)).toHaveLength(1);
  });

  test("A transaction that fails tells nothing; what was told before stays to be read (crash between event and delivery)", async () => {
    const before = await owner().$count(news);
    await expect(
      owner().transaction(async (transaction) => {
        await transaction.insert(news).values(event("lost"));
        throw new Error("The process ends.");
      }),
    ).rejects.toThrow();
    expect(await owner().$count(news)).toBe(before);
  });

  test("The job of a date tells once, however often it runs", async () => {
    await world.store.script("DELETE FROM directory.news");
    for (let run = 0; run < 2; run += 1) await announceDue(owner(), "casework", caseOccurrences, "2026-07-01");
    expect(await owner().$count(news)).toBe(1);
    await announceDue(owner(), "casework", caseOccurrences, "2026-07-02");
    expect(await owner().$count(news)).toBe(1);
  });

  test("A mutation that is refused tells nothing", async () => {
    const before = await owner().$count(news);
    const outcome = await mutate(world, caseworkers.rrkMuenster, "closeCase", {
      caseRef,
      outcome: "REMOVED",
      reason: "kurz",
    });
    expect(outcome.code).not.toBeNull();
    expect(await owner().$count(news)).toBe(before);
  });
});

describe("The roles of the database", () => {
  test.skipIf(process.env.DATABASE_URL !== undefined).each([
    ["sichtfeld_immigration", "news", false],
    ["sichtfeld_casework", "news", true],
    ["sichtfeld_casework", "fact_change", false],
    ["sichtfeld_audit", "fact_change", true],
    ["sichtfeld_audit", "news", false],
  ])("%s may read directory.%s: %s; it may add to it, and change nothing", async (role, table, mayRead) => {
    const [row] = await world.rows(
      sql`SELECT has_table_privilege(${role}, ${`directory.${table}`}, 'SELECT') AS reads,
        has_table_privilege(${role}, ${`directory.${table}`}, 'INSERT') AS adds,
        has_table_privilege(${role}, ${`directory.${table}`}, 'UPDATE, DELETE') AS changes`,
    );
    expect(row).toEqual({ reads: mayRead, adds: true, changes: false });
  });
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isDrawnForEstimate } from "../../../../subgraphs/shell/rating/isDrawnForEstimate.ts";
import { today } from "../../today.ts";
import { aCase } from "../aCase.ts";
import { aPerson } from "../aPerson.ts";
import { askers } from "../askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "../caseworkWorld.ts";
import { mutate } from "../mutate.ts";
import { storedCase } from "../storedCase.ts";

let world: CaseworkWorld;
let number = 0;

beforeAll(async () => {
  world = await openCaseworkWorld();
});
afterAll(() => world.close());

const reason = "Mehrere Vorfälle, Abstimmung der Stellen erforderlich.";
const threat = { date: "2026-06-10", category: "THREAT", fileRef: "OA-17/26" };
const damage = { date: "2026-06-15", category: "PROPERTY_DAMAGE", fileRef: "OA-18/26" };

/** A new person whose file the immigration authority of Borken keeps and of whom the LKA has findings. */
async function personOfBorken(): Promise<string> {
  number += 1;
  const personRef = `P-BORKEN-${number}`;
  await world.relate("ABH_05554", personRef, "OWN_FILE", `ABH-BOR-${number}`);
  await world.relate("LKA_NRW", personRef, "OWN_FINDING", `LKA-${number}`);
  return personRef;
}

const propose = (asker: keyof typeof askers, personRef: string, changes: object = {}) =>
  mutate(world, askers[asker], "proposeCase", { personRef, ground: "OFFENCES", reason, ...changes });

const rowsOf = (personRef: string) =>
  world.rows(sql`SELECT case_ref AS ref FROM casework."case" WHERE person_ref = ${personRef}
    UNION ALL SELECT case_ref FROM casework.case_event WHERE person_ref = ${personRef}
    UNION ALL SELECT fact_id FROM casework.social_conduct_report WHERE person_ref = ${personRef}
    UNION ALL SELECT case_ref FROM directory.relation WHERE person_ref = ${personRef} AND case_ref LIKE 'FM-%'`);

test("A case that the LKA proposes is seen by the authority that keeps the person's file, not by one that kept it until May", async () => {
  const personRef = await personOfBorken();
  await world.rows(sql`INSERT INTO directory.relation (office, person_ref, kind, case_ref, since, until)
    VALUES ('ABH_05515', ${personRef}, 'OWN_FILE', 'ABH-MS-1', '2020-01-01', '2026-05-31')`);
  const { caseRef } = await propose("lka", personRef, { rrk: "RRK_MUENSTER" });
  const { relations } = await storedCase(world, caseRef ?? "");
  expect(relations.map(({ kind, office }) => `${kind} ${office}`)).toEqual([
    "OWN_CASE RRK_MUENSTER",
    "PARTICIPATING_CASE ABH_05554",
    "PARTICIPATING_CASE LKA_NRW",
  ]);
});

test("The numbers of two cases that the LKA proposes one after the other tell nothing of cases that others opened in between", async () => {
  const numbers: number[] = [];
  for (let count = 0; count < 3; count += 1) {
    const { caseRef } = await propose("lka", await personOfBorken(), { rrk: "RRK_MUENSTER" });
    numbers.push(Number(caseRef?.split("-").at(-1)));
  }
  const gaps = numbers.slice(1).map((each, index) => Math.abs(each - (numbers[index] ?? 0)));
  expect(gaps.every((gap) => gap > 100)).toBe(true);
});

test("A proposal of the LKA costs as many SQL statements for a person whose file nobody keeps, one authority, or three", async () => {
  const statements: number[] = [];
  for (const keepers of [[], ["ABH_05554"], ["ABH_05554", "ABH_05515", "ABH_05315"]]) {
    number += 1;
    const personRef = `P-KEPT-${number}`;
    await world.relate("LKA_NRW", personRef, "OWN_FINDING", `LKA-${number}`);
    for (const keeper of keepers) await world.relate(keeper, personRef, "OWN_FILE", `FILE-${number}`);
    statements.push(await world.statementsOf(() => propose("lka", personRef, { rrk: "RRK_MUENSTER" })));
  }
  expect(new Set(statements).size).toBe(1);
});

describe("On 15 June 2026 the immigration authority of Borken proposes a person whose file it keeps", () => {
  test("for offences: a new case at the RRK of its region, seen by both", async () => {
    const personRef = await personOfBorken();
    const { caseRef, code } = await propose("abhBorken", personRef);
    expect(code).toBeNull();
    expect(caseRef).toMatch(/^FM-2026-\d{9}$/);
    expect(await storedCase(world, caseRef ?? "")).toEqual({
      record: {
        state: "PROPOSED",
        rrk: "RRK_MUENSTER",
        ground: "OFFENCES",
        proposed_by: "ABH_05554",
        opened_on: today,
        closed_on: null,
        lead: null,
        closing_outcome: null,
      },
      events: [{ kind: "PROPOSED", office: "ABH_05554", by: "ABH_05554-07", on: today }],
      decisions: [],
      measures: [],
      consents: [],
      relations: [
        { kind: "OWN_CASE", office: "RRK_MUENSTER", since: today, until: null },
        { kind: "PARTICIPATING_CASE", office: "ABH_05554", since: today, until: null },
      ],
      subject: [{ office: `SUBJECT:${personRef}`, person_ref: personRef, since: today, until: null }],
    });
  });

  test("for conduct: each event is a report that no reviewer has confirmed", async () => {
    const personRef = await personOfBorken();
    const changes = { ground: "SOCIAL_CONDUCT", events: [threat, damage] };
    await propose("abhBorken", personRef, changes);
    const reports = await world.rows(
      sql`SELECT fact_id, source_office, source_file_ref, event_date::text, category, reviewed, provenance_kind, label
        FROM casework.social_conduct_report WHERE person_ref = ${personRef} ORDER BY event_date, source_file_ref`,
    );
    const common = { source_office: "ABH_05554", reviewed: false, provenance_kind: "ASSESSMENT", label: null };
    expect(reports).toEqual([
      {
        ...common,
        fact_id: expect.stringMatching(/^SC-[0-9A-Z]{16}$/),
        source_file_ref: "OA-17/26",
        event_date: threat.date,
        category: "THREAT",
      },
      {
        ...common,
        fact_id: expect.stringMatching(/^SC-[0-9A-Z]{16}$/),
        source_file_ref: "OA-18/26",
        event_date: damage.date,
        category: "PROPERTY_DAMAGE",
      },
    ]);
  });

  test("to another RRK by its id, and then to its own as well: two cases", async () => {
    const personRef = await personOfBorken();
    expect(await propose("abhBorken", personRef, { rrk: "RRK_KOELN" })).toMatchObject({ code: null });
    expect(await propose("abhBorken", personRef)).toMatchObject({ code: null });
    const cases = await world.rows(sql`SELECT rrk FROM casework."case" WHERE person_ref = ${personRef} ORDER BY rrk`);
    expect(cases).toEqual([{ rrk: "RRK_KOELN" }, { rrk: "RRK_MUENSTER" }]);
  });

  test.each([
    ["a reason of nine characters", { reason: "zu kurz!!" }, "input.reason"],
    ["an RRK that does not exist", { rrk: "RRK_NOWHERE" }, "input.rrk"],
    ["an RRK that is none", { rrk: "ZAB_COESFELD" }, "input.rrk"],
    ["conduct without an event", { ground: "SOCIAL_CONDUCT" }, "input.events"],
    ["conduct with no event listed", { ground: "SOCIAL_CONDUCT", events: [] }, "input.events"],
    ["51 events", { events: Array.from({ length: 51 }, () => threat) }, "input.events"],
    ["an event of tomorrow", { events: [threat, { ...threat, date: "2026-06-16" }] }, "input.events.1.date"],
    ["one event told twice", { events: [threat, damage, { ...threat, fileRef: " OA-17/26" }] }, "input.events.2"],
    ["an event without a file", { events: [{ ...threat, fileRef: " " }] }, "input.events.0.fileRef"],
  ])(
    "with %s: told the field, nothing written, and the same for a person that does not exist",
    async (_, changes, field) => {
      const personRef = await personOfBorken();
      const refusal = { caseRef: null, code: "INVALID_INPUT", field };
      expect(await propose("abhBorken", personRef, changes)).toEqual(refusal);
      expect(await propose("abhBorken", "P-NOBODY", changes)).toEqual(refusal);
      expect(await rowsOf(personRef)).toEqual([]);
    },
  );
});

describe("On 15 June 2026 the LKA proposes a person of whom it has findings", () => {
  test("and must name the RRK, for it belongs to no region", async () => {
    const personRef = await personOfBorken();
    expect(await propose("lka", personRef)).toEqual({ caseRef: null, code: "INVALID_INPUT", field: "input.rrk" });
    expect(await propose("lka", personRef, { rrk: "RRK_MUENSTER" })).toMatchObject({ code: null });
  });

  test("with an event, which is stored with a label, as all police data are (§ 22b PolG NRW)", async () => {
    const personRef = await personOfBorken();
    await propose("lka", personRef, { rrk: "RRK_MUENSTER", events: [threat] });
    const labels = await world.rows(
      sql`SELECT label IS NOT NULL AS labelled FROM casework.social_conduct_report WHERE person_ref = ${personRef}`,
    );
    expect(labels).toEqual([{ labelled: true }]);
  });
});

describe("A person with an open case at RRK Münster", () => {
  test("is not proposed again by whoever sees that case", async () => {
    const personRef = await personOfBorken();
    await propose("abhBorken", personRef);
    const stored = await rowsOf(personRef);
    expect(await propose("abhBorken", personRef)).toEqual({ caseRef: null, code: "CONFLICT", field: null });
    expect(await propose("rrkMuenster", personRef)).toEqual({ caseRef: null, code: "CONFLICT", field: null });
    expect(await rowsOf(personRef)).toEqual(stored);
  });

  test("is proposed by an office that does not see that case as if there were none", async () => {
    const personRef = await personOfBorken();
    await propose("abhBorken", personRef);
    expect(await propose("lka", personRef, { rrk: "RRK_MUENSTER" })).toMatchObject({ code: null, field: null });
  });

  test("is proposed anew once that case was rejected", async () => {
    const closed = aCase("FM-2026-0900", { state: "REJECTED", closedOn: "2026-06-01" });
    await world.populate(aPerson("P-REJECTED", closed));
    expect(await propose("rrkMuenster", "P-REJECTED")).toMatchObject({ code: null, field: null });
  });

  test("proposed twice at the same time by one office has one case", async () => {
    const personRef = await personOfBorken();
    const outcomes = await Promise.all([propose("abhBorken", personRef), propose("abhBorken", personRef)]);
    expect(outcomes.map(({ code }) => code).sort()).toEqual(["CONFLICT", null].sort());
  });
});

test("A proposed case is drawn for an own estimate by key and number alone, in the same transaction", async () => {
  const refs: string[] = [];
  for (let count = 0; count < 30; count += 1)
    refs.push((await propose("abhBorken", await personOfBorken())).caseRef ?? "");
  const keys = await world.rows(sql`SELECT key FROM directory.draw_key`);
  expect(keys).toEqual([{ key: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  const drawn = (await world.rows(sql`SELECT case_ref FROM directory.estimate_draw`)).map((row) =>
    String(row.case_ref),
  );
  const wanted = refs.filter((each) => isDrawnForEstimate(String(keys[0]?.key), each));
  expect(drawn.filter((each) => refs.includes(each)).toSorted()).toEqual(wanted.toSorted());
});

test("A relation that needs no row does not make a person exist: a proposal for nobody writes nothing", async () => {
  const anybody = { category: "CASE_PROPOSAL", action: "WRITE" as const, when: ["ANY"], unless: [] };
  const asker = { ...askers.abhBorken, entries: [...askers.abhBorken.entries, anybody] };
  const input = { personRef: "P-NOBODY", ground: "OFFENCES", reason };
  expect(await mutate(world, asker, "proposeCase", input)).toMatchObject({ code: "NOT_FOUND" });
  expect(await rowsOf("P-NOBODY")).toEqual([]);
});

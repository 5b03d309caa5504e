import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BlueprintCase } from "../../../subgraphs/population/Blueprint.ts";
import { today } from "../today.ts";
import { aCase, anAdmittedCase } from "./aCase.ts";
import { aPerson } from "./aPerson.ts";
import { askers } from "./askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "./caseworkWorld.ts";
import { storedCase } from "./storedCase.ts";

const cases = {
  proposed: aCase("FM-2026-0001"),
  checked: aCase("FM-2026-0002", { state: "CHECKED", proposedBy: "RRK_MUENSTER" }),
  admitted: anAdmittedCase("FM-2026-0003", { consent: "REQUESTED" }),
  rejected: aCase("FM-2026-0004", { state: "REJECTED", closedOn: "2026-04-20" }),
  suspended: anAdmittedCase("FM-2026-0005", { state: "SUSPENDED", consent: "REFUSED" }),
  closed: anAdmittedCase("FM-2026-0006", { state: "CLOSED", closedOn: "2026-06-01", consent: "GIVEN" }),
  notRequired: anAdmittedCase("FM-2026-0007", { consent: "NOT_REQUIRED" }),
} as const satisfies Record<string, BlueprintCase>;

const conductOf = (index: number) => aCase(`FM-2026-${2000 + index}`, { ground: "SOCIAL_CONDUCT", state: "CHECKED" });

const persons = [
  ...Object.entries(cases).map(([name, agreed]) => aPerson(`P-${name.toUpperCase()}`, agreed)),
  ...Array.from({ length: 40 }, (_, index) => aPerson(`P-CONDUCT-${index}`, conductOf(index))),
];

let world: CaseworkWorld;

beforeAll(async () => {
  world = await openCaseworkWorld();
  await world.populate(...persons);
});
afterAll(() => world.close());

describe("The history of a synthetic case", () => {
  test.each([
    ["proposed", ["PROPOSED"], []],
    ["checked", ["PROPOSED", "CHECKED"], []],
    ["admitted", ["PROPOSED", "CHECKED", "ADMITTED", "CONSENT_REQUESTED"], ["ADMIT"]],
    ["rejected", ["PROPOSED", "CHECKED", "REJECTED"], ["REJECT"]],
    ["suspended", ["PROPOSED", "CHECKED", "ADMITTED", "CONSENT_REQUESTED", "CONSENT_ANSWERED", "SUSPENDED"], ["ADMIT"]],
    ["closed", ["PROPOSED", "CHECKED", "ADMITTED", "CONSENT_REQUESTED", "CONSENT_ANSWERED", "CLOSED"], ["ADMIT"]],
    ["notRequired", ["PROPOSED", "CHECKED", "ADMITTED"], ["ADMIT"]],
  ] as const)("that is %s leads there, with its measures and its conference", async (name, kinds, outcomes) => {
    const { caseRef } = cases[name];
    const { events, decisions, measures } = await storedCase(world, caseRef);
    const conferences = await world.rows(sql`SELECT fact_id FROM casework.case_conference WHERE case_ref = ${caseRef}`);
    const without = ["MEASURE_ADDED", "CONFERENCE_HELD"];
    expect(events.map(({ kind }) => kind).filter((kind) => !without.includes(String(kind)))).toEqual(kinds);
    expect(decisions.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(events.filter(({ kind }) => kind === "MEASURE_ADDED")).toHaveLength(measures.length);
    expect(events.filter(({ kind }) => kind === "CONFERENCE_HELD")).toHaveLength(conferences.length);
    expect(measures.length > 0).toBe(outcomes.some((outcome) => outcome === "ADMIT"));
  });

  test("runs forward, ends by the population's date, and names the decider of the decision", async () => {
    const [broken] = await world.rows(sql`SELECT count(*)::int AS events FROM casework.case_event AS e
      JOIN casework."case" AS c USING (case_ref) LEFT JOIN casework.case_event AS p ON p.case_ref = e.case_ref AND p.number = e.number - 1
      WHERE e.event_date > ${today}::date OR e.event_date < c.opened_on OR e.event_date > coalesce(c.closed_on, e.event_date)
        OR p.recorded_at >= e.recorded_at
        OR (p.number IS NULL AND e.number > 1)`);
    expect(broken).toEqual({ events: 0 });
    const deciders = await world.rows(sql`SELECT d.decided_by = e.by AS same FROM casework.admission_decision AS d
      JOIN casework.case_event AS e ON e.case_ref = d.case_ref AND e.kind IN ('ADMITTED', 'REJECTED')`);
    expect(deciders).toEqual(Array.from({ length: 5 }, () => ({ same: true })));
  });

  test("reads oldest first on 1 May, while the relation of the rejected case lasts", async () => {
    const { data } = await world.ask(
      { ...askers.rrkMuenster, date: "2026-05-01" },
      `{ case(caseRef: "FM-2026-0004") { history { on kind office { id } by } } }`,
    );
    const found = data?.case as {
      history: readonly { on: string; kind: string; office: { id: string }; by: string }[];
    };
    const history = found.history;
    expect(history.map(({ kind, office }) => [kind, office.id])).toEqual([
      ["PROPOSED", "ABH_05554"],
      ["CHECKED", "RRK_MUENSTER"],
      ["REJECTED", "RRK_MUENSTER"],
    ]);
    expect(history.at(0)?.on).toBe("2026-03-02");
    expect(history.at(-1)?.on).toBe("2026-04-20");
    for (const { by, office } of history) expect(by).toMatch(new RegExp(`^${office.id}-\\d\\d$`));
  });
});

describe("The relations that a synthetic case makes", () => {
  test.each([
    ["proposed", ["OWN_CASE RRK_MUENSTER", "PARTICIPATING_CASE ABH_05554"], null],
    ["checked", ["OWN_CASE RRK_MUENSTER", "PARTICIPATING_CASE ABH_05554"], null],
    ["rejected", ["OWN_CASE RRK_MUENSTER", "PARTICIPATING_CASE ABH_05554"], "2026-05-20"],
    [
      "closed",
      [
        "ADMITTED_CASE ZAB_COESFELD",
        "CONSENT_REQUEST STA_R2700S",
        "OWN_CASE RRK_MUENSTER",
        "PARTICIPATING_CASE ABH_05554",
      ],
      "2026-07-01",
    ],
  ] as const)("that is %s are %j until %s", async (name, expected, until) => {
    const { relations } = await storedCase(world, cases[name].caseRef);
    expect(relations.map(({ kind, office }) => `${kind} ${office}`)).toEqual(expected);
    expect(relations.map((each) => each.until)).toEqual(expected.map(() => until));
  });

  test.each(Object.keys(cases) as (keyof typeof cases)[])(
    "that is %s tie the data subject to it for good: the right of access does not end with the case",
    async (name) => {
      const { subject, record } = await storedCase(world, cases[name].caseRef);
      const person = `P-${name.toUpperCase()}`;
      expect(subject).toEqual([
        { office: `SUBJECT:${person}`, person_ref: person, since: record?.opened_on, until: null },
      ]);
    },
  );

  test("make participants of every office with an open measure, and of no other but the proposer and the keeper of the file", async () => {
    for (const name of ["admitted", "suspended", "notRequired"] as const) {
      const { relations, measures } = await storedCase(world, cases[name].caseRef);
      const open = measures.filter(({ state }) => state === "OPEN").map(({ office }) => office);
      const participants = relations.filter(({ kind }) => kind === "PARTICIPATING_CASE").map(({ office }) => office);
      expect(new Set(participants)).toEqual(new Set(["ABH_05554", ...open]));
    }
  });
});

describe("The consent in a synthetic case", () => {
  test.each([
    ["proposed", null],
    ["admitted", { state: "REQUESTED", requested: true, answered: false }],
    ["suspended", { state: "REFUSED", requested: true, answered: true }],
    ["closed", { state: "GIVEN", requested: true, answered: true }],
    ["notRequired", { state: "NOT_REQUIRED", requested: false, answered: false }],
  ] as const)("that is %s is %j", async (name, expected) => {
    const { consents } = await storedCase(world, cases[name].caseRef);
    const found = consents.map(({ state, requested_on, answered_on }) => ({
      state,
      requested: requested_on !== null,
      answered: answered_on !== null,
    }));
    expect(found).toEqual(expected === null ? [] : [expected]);
  });
});

test("Proposals for conduct rest on two to four reports each, most of them confirmed, those of the police labelled", async () => {
  const [found] =
    await world.rows(sql`SELECT min(n)::int AS fewest, max(n)::int AS most, sum(reviewed)::int > sum(n)::int / 2 AS mostly
    FROM (SELECT count(*) AS n, count(*) FILTER (WHERE reviewed) AS reviewed FROM casework.social_conduct_report GROUP BY person_ref) AS p`);
  expect(found).toEqual({ fewest: 2, most: 4, mostly: true });
  const labels = await world.rows(
    sql`SELECT DISTINCT source_office, label IS NOT NULL AS labelled FROM casework.social_conduct_report ORDER BY source_office`,
  );
  expect(labels).toEqual([
    { source_office: "ABH_05554", labelled: false },
    { source_office: "POLICE_MUENSTER", labelled: true },
  ]);
});

test("The same persons give the same rows in another database", async () => {
  const other = await openCaseworkWorld();
  await other.populate(...persons);
  for (const { caseRef } of Object.values(cases)) {
    expect(await storedCase(other, caseRef)).toEqual(await storedCase(world, caseRef));
  }
  await other.close();
});

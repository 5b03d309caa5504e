import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeCursor } from "../../../subgraphs/shell/connection.ts";
import { personFact } from "../../../subgraphs/shell/tables.ts";
import { access } from "../../gateway/audit/access.ts";
import { type AuditWorld, officer, openAuditWorld } from "./auditWorld.ts";

let world: AuditWorld;

const blocked = "P-SHOWCASE0003";
const both = { "Person.personRef": ["R-RRK-01"], "Conviction.court": ["R-RRK-02"] };

beforeAll(async () => {
  world = await openAuditWorld();
  await world.store.owner
    .insert(personFact)
    .values({ personRef: blocked, kind: "LARGE_TRANSFER_BLOCK", since: "2026-01-01" });
  await world.record(
    "gateway-1",
    access("01-list", {
      at: "2026-06-15T08:00:00.000Z",
      purpose: "WORKLIST",
      caseRef: null,
      askedCases: ["FM-2026-0002", "FM-2026-0001"],
      rules: both,
      subjects: [
        { personRef: "P-SHOWCASE0001", coordinates: ["Person.personRef", "Conviction.court"] },
        { personRef: "P-SHOWCASE0002", coordinates: ["Person.personRef"], withheld: ["Conviction.court"] },
        {
          personRef: blocked,
          coordinates: ["Person.personRef"],
          facts: [{ id: "PE-1", version: 3, tag: "t1", disclosed: ["Person.personRef"] }],
        },
      ],
      tested: ["CaseFilter.state"],
    }),
    access("02-refused", {
      at: "2026-06-15T09:00:00.000Z",
      actor: "staff-9",
      office: "ABH_05554",
      outcome: "REFUSED",
      refusalCode: "PURPOSE_NOT_PERMITTED",
      askedCases: ["FM-2026-0001"],
      rules: {},
      withheld: [],
      subjects: [],
    }),
  );
  await world.record(
    "gateway-2",
    access("03-case", {
      at: "2026-06-15T08:30:00.000Z",
      subjects: [{ personRef: "P-SHOWCASE0002", coordinates: ["Conviction.court"] }],
    }),
    access("04-statistics", {
      at: "2026-06-16T08:00:00.000Z",
      office: "MINISTRY_IM",
      purpose: "SUPERVISION",
      caseRef: null,
      rules: { "Query.caseStatistics": ["R-SUP-01"] },
      subjects: [{ personRef: null, coordinates: ["Query.caseStatistics"] }],
    }),
    access("05-blocked", {
      at: "2026-06-16T09:00:00.000Z",
      subjects: [{ personRef: blocked, coordinates: ["Person.personRef"] }],
    }),
  );
});

afterAll(() => world.close());

const ids = async (filter: object, grant = officer) => {
  const { data } = await world.ask(
    "query ($filter: AccessRecordFilter) { accessRecords(first: 200, filter: $filter) { totalCount edges { node { id } } } }",
    { filter },
    grant,
  );
  const found = data.accessRecords.edges.map((edge: { node: { id: string } }) => edge.node.id);
  expect(data.accessRecords.totalCount).toBe("actor" in filter ? null : found.length);
  return found;
};

test.each([
  [
    "nothing: all of them, of both gateways, latest first",
    {},
    ["05-blocked", "04-statistics", "02-refused", "03-case", "01-list"],
  ],
  ["a person", { personRef: "P-SHOWCASE0001" }, ["01-list"]],
  ["another person", { personRef: "P-SHOWCASE0002" }, ["03-case", "01-list"]],
  ["nobody's reference", { personRef: "P-NOBODY" }, []],
  ["a field that was disclosed", { coordinate: "Conviction.court" }, ["03-case", "01-list"]],
  ["a field that was only granted, tested or withheld", { coordinate: "Person.religion" }, []],
  [
    "a person and a field that was disclosed of another in the same record",
    { personRef: "P-SHOWCASE0002", coordinate: "Conviction.court" },
    ["03-case"],
  ],
  ["a field that concerns no single person", { coordinate: "Query.caseStatistics" }, ["04-statistics"]],
  ["who acted", { actor: "staff-9" }, ["02-refused"]],
  ["the office", { office: "MINISTRY_IM" }, ["04-statistics"]],
  ["the purpose", { purpose: "WORKLIST" }, ["01-list"]],
  [
    "the case, stated or asked for, each record once",
    { caseRef: "FM-2026-0001" },
    ["05-blocked", "02-refused", "03-case", "01-list"],
  ],
  ["a case that was asked for and never stated", { caseRef: "FM-2026-0002" }, ["01-list"]],
  ["a case that nobody named", { caseRef: "FM-2026-0003" }, []],
  ["a case and a person", { caseRef: "FM-2026-0002", personRef: "P-SHOWCASE0001" }, ["01-list"]],
  ["a case and what was tested", { caseRef: "FM-2026-0001", tested: "CaseFilter.state" }, ["01-list"]],
  ["an input that was only tested", { tested: "CaseFilter.state" }, ["01-list"]],
  ["an input that nobody used", { tested: "CaseFilter.rrk" }, []],
  ["a field that was disclosed, as one that was only tested", { tested: "Conviction.court" }, []],
  ["a reason of refusal", { refusalCode: "PURPOSE_NOT_PERMITTED" }, ["02-refused"]],
  ["who was refused", { outcome: "REFUSED" }, ["02-refused"]],
  ["from an instant on, that instant included", { from: "2026-06-16T08:00:00.000Z" }, ["05-blocked", "04-statistics"]],
  ["before an instant, that instant excluded", { to: "2026-06-15T08:30:00.000Z" }, ["01-list"]],
  ["a time written with an offset", { from: "2026-06-16T10:00:00+02:00" }, ["05-blocked", "04-statistics"]],
  [
    "all conditions at once",
    { office: "RRK_MUENSTER", purpose: "CASE_MANAGEMENT", outcome: "ANSWERED", to: "2026-06-16T00:00:00Z" },
    ["03-case"],
  ],
  [
    "conditions that are null",
    { personRef: null, coordinate: null, from: null },
    ["05-blocked", "04-statistics", "02-refused", "03-case", "01-list"],
  ],
])("The data protection officer filters by %s", async (_words, filter, expected) => {
  expect(await ids(filter)).toEqual(expected);
});

const everything = `
  id at questionDate outcome refusalCode actor responsiblePerson office { id name } role purpose purposeCode caseRef askedCases reason
  kinds operationName operationHash document policyVersion catalogueVersion trace recipient
  subjects { personRef disclosures { coordinate rules } withheld facts { fact version tag coordinates } }
  withheld { coordinate category prohibitions } tested`;

test("A record shows who saw what of whom, by which rules, and no value", async () => {
  const { data } = await world.ask(`{ accessRecord(id: "01-list") { ${everything} } }`);
  expect(data.accessRecord).toEqual({
    id: "01-list",
    at: "2026-06-15T08:00:00.000Z",
    questionDate: "2026-06-15",
    outcome: "ANSWERED",
    refusalCode: null,
    actor: "staff-1",
    responsiblePerson: "staff-2",
    office: { id: "RRK_MUENSTER", name: expect.stringContaining("Münster") },
    role: "CASEWORKER",
    purpose: "WORKLIST",
    purposeCode: "01",
    caseRef: null,
    askedCases: ["FM-2026-0002", "FM-2026-0001"],
    reason: "Prüfung",
    kinds: ["QUERY", "DISCLOSE"],
    operationName: "Case",
    operationHash: "0f".repeat(32),
    document: null,
    policyVersion: "p1",
    catalogueVersion: null,
    trace: null,
    recipient: "RRK_MUENSTER",
    subjects: [
      {
        personRef: "P-SHOWCASE0001",
        disclosures: [
          { coordinate: "Conviction.court", rules: ["R-RRK-02"] },
          { coordinate: "Person.personRef", rules: ["R-RRK-01"] },
        ],
        withheld: [],
        facts: [],
      },
      {
        personRef: "P-SHOWCASE0002",
        disclosures: [{ coordinate: "Person.personRef", rules: ["R-RRK-01"] }],
        withheld: ["Conviction.court"],
        facts: [],
      },
      {
        personRef: blocked,
        disclosures: [{ coordinate: "Person.personRef", rules: ["R-RRK-01"] }],
        withheld: [],
        facts: [{ fact: "PE-1", version: 3, tag: "t1", coordinates: ["Person.personRef"] }],
      },
    ],
    withheld: [{ coordinate: "Person.religion", category: "RELIGION", prohibitions: [] }],
    tested: ["CaseFilter.state"],
  });
});

test("There is no record of an operation that nobody asked", async () => {
  expect(await world.ask('{ accessRecord(id: "99") { id } }')).toMatchObject({
    data: { accessRecord: null },
    codes: [],
  });
});

describe("Under a grant that a large transfer block limits", () => {
  const limited = {
    ...officer,
    entries: officer.entries.map((entry) => ({ ...entry, unless: ["LARGE_TRANSFER_BLOCK"] })),
  };

  test("a record of that person alone does not exist, and others do not name the person", async () => {
    expect(await ids({}, limited)).toEqual(["04-statistics", "02-refused", "03-case", "01-list"]);
    const { data } = await world.ask(
      '{ a: accessRecord(id: "01-list") { subjects { personRef } } b: accessRecord(id: "05-blocked") { id } }',
      {},
      limited,
    );
    expect(data.a.subjects.map(({ personRef }: { personRef: string }) => personRef)).toEqual([
      "P-SHOWCASE0001",
      "P-SHOWCASE0002",
    ]);
    expect(data.b).toBeNull();
  });

  test("and the filter does not find the person", async () => {
    expect(await ids({ personRef: blocked }, limited)).toEqual([]);
  });
});

test("A grant that hangs on a relation to a person reaches no record, and one without the category none at all", async () => {
  const own = {
    ...officer,
    holder: "SUBJECT:P-SHOWCASE0001",
    entries: [{ ...officer.entries[0], when: ["SELF"] }],
  } as typeof officer;
  expect(await ids({}, own)).toEqual([]);
  const { data, codes } = await world.ask("{ accessRecords { totalCount } }", {}, { ...officer, entries: [] });
  expect(data.accessRecords).toBeNull();
  expect(codes).toEqual(["FIELD_NOT_GRANTED"]);
});

test.each([
  ["first: 0", "INVALID_INPUT"],
  ["first: 201", "INVALID_INPUT"],
  ['after: "bm8"', "INVALID_INPUT"],
  [`after: "${encodeCursor(["noon", "a"])}"`, "INVALID_INPUT"],
])("A page with %s is %s", async (args, code) => {
  const { data, codes } = await world.ask(`{ accessRecords(${args}) { totalCount } }`);
  expect({ data, codes }).toEqual({ data: { accessRecords: null }, codes: [code] });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askReport } from "../../validity/askReport.ts";
import { renderPage } from "../../validity/page/renderPage.ts";
import { openWorld, type Stated, type World } from "../harness.ts";

/** A persona's main query: what comes back of the admitted showcase person, what is withheld, what does not exist for it. */
interface Journey {
  readonly title: string;
  readonly persona: string;
  readonly stated: Stated;
  readonly query: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Coordinates withheld for this purpose, in the order of the query. */
  readonly withheld: readonly string[];
  /** Fields that the office's contract does not have. */
  readonly unknown: readonly string[];
}

const text = expect.any(String);
/** A list that holds at least one such entry. */
const some = (entry: Readonly<Record<string, unknown>>) => expect.arrayContaining([expect.objectContaining(entry)]);
/** A list of records, at least one, all of which this office supplied. */
const suppliedBy = (id: string) =>
  expect.toSatisfy(
    (records: readonly { provenance: { sourceOffice: { id: string } } }[]) =>
      records.length > 0 && records.every(({ provenance }) => provenance.sourceOffice.id === id),
  );
const one = 'person(personRef: "P-SHOWCASE0001")';

const journeys: readonly Journey[] = [
  {
    title:
      "A caseworker of RRK Münster sees status, usable convictions and a fresh assessment of a person in an own case",
    persona: "rrk-muenster-caseworker",
    stated: { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001" },
    query: `{ ${one} { familyName obligationToLeave { enforceable } convictions { court sentence { years } }
      assessment { status state band contributions { points } } cases { caseRef state } } }`,
    data: {
      person: {
        familyName: text,
        obligationToLeave: { enforceable: true },
        convictions: expect.arrayContaining([{ court: text, sentence: { years: expect.any(Number) } }]),
        assessment: { status: "DEMONSTRATION", state: "ASSESSED", band: text },
        cases: [{ caseRef: "FM-2026-0001", state: "ADMITTED" }],
      },
    },
    withheld: [],
    unknown: ["citizenships", "religion", "azrNumber", "plannedRemoval { date }", "policeFindings { label }"],
  },
  {
    title: "The same caseworker, planning the day from the worklist, gets names and bands and no criminal record",
    persona: "rrk-muenster-caseworker",
    stated: { purpose: "WORKLIST" },
    query: `{ worklist(first: 1) { edges { node { group case { caseRef person { familyName convictions { court } } } } } } }`,
    data: {
      worklist: {
        edges: [
          {
            node: {
              group: "PRIORITY",
              case: { caseRef: "FM-2026-0001", person: { familyName: text, convictions: null } },
            },
          },
        ],
      },
    },
    withheld: ["Person.convictions"],
    unknown: [],
  },
  {
    title: "The lead of RRK Münster reads the history and the decision of the case",
    persona: "rrk-muenster-lead",
    stated: { purpose: "CASE_ADMISSION", caseRef: "FM-2026-0001" },
    query: `{ case(caseRef: "FM-2026-0001") { state history { kind } admissionDecisions { outcome decidedBy reason } } }`,
    data: { case: { state: "ADMITTED", admissionDecisions: [{ outcome: "ADMIT", decidedBy: text, reason: text }] } },
    withheld: [],
    unknown: [],
  },
  {
    title: "RRK Köln works without scores: its contract has no assessment",
    persona: "rrk-koeln-caseworker",
    stated: { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0010" },
    query: `{ person(personRef: "P-SHOWCASE0010") { familyName cases { caseRef } } }`,
    data: { person: { familyName: text, cases: [{ caseRef: "FM-2026-0010" }] } },
    withheld: [],
    unknown: ["assessment { band }"],
  },
  {
    title: "ZAB Coesfeld sees who returns when, custody dates and the recorded band, and nothing of the offences",
    persona: "zab-coesfeld",
    stated: { purpose: "RETURN_EXECUTION", caseRef: "FM-2026-0001" },
    query: `{ ${one} { familyName plannedRemoval { date } custody { from expectedEnd }
      cases { recordedAssessments { assessment { band } } } } }`,
    data: {
      person: {
        familyName: text,
        plannedRemoval: { date: text },
        custody: { from: text, expectedEnd: text },
        cases: [{ recordedAssessments: [{ assessment: { band: text } }] }],
      },
    },
    withheld: [],
    unknown: [
      "convictions { court }",
      "cases { recordedAssessments { assessment { axisA } } }",
      "assessment { axisA }",
    ],
  },
  {
    title: "Ausländerbehörde Borken sees the whole of its own file, origin and ground of toleration included",
    persona: "abh-borken",
    stated: { purpose: "RESIDENCE_PROCEDURE", caseRef: "ABH-BOR-4711/19" },
    query: `{ ${one} { familyName citizenships toleration { reason { list code } } plannedRemoval { date } convictions { court } } }`,
    data: {
      person: {
        familyName: text,
        citizenships: [text],
        toleration: { reason: { list: "duldung", code: text } },
        plannedRemoval: { date: text },
        convictions: expect.arrayContaining([{ court: text }]),
      },
    },
    withheld: [],
    unknown: ["religion", "azrNumber", "assessment { band }", "policeFindings { label }"],
  },
  {
    title: "LKA NRW sees enforceability and its own findings, and no conviction",
    persona: "lka-nrw",
    stated: { purpose: "DANGER_AVERSION", caseRef: "LKA-2026-0001" },
    query: `{ ${one} { familyName obligationToLeave { enforceable }
      policeFindings { kind label provenance { sourceOffice { id } } } repeatOffenderListings { listedOn } } }`,
    data: {
      person: {
        familyName: text,
        obligationToLeave: { enforceable: true },
        policeFindings: suppliedBy("LKA_NRW"),
        repeatOffenderListings: [],
      },
    },
    withheld: [],
    unknown: ["convictions { court }", "assessment { band }", "custody { from }"],
  },
  {
    title: "Polizeipräsidium Münster sees status and toleration without its ground, and its own findings and listing",
    persona: "police-muenster",
    stated: { purpose: "DANGER_AVERSION", caseRef: "PPMS-2026-0001" },
    query: `{ ${one} { residenceStatus { code { list } } toleration { validUntil } wantedNotices { since }
      policeFindings { provenance { sourceOffice { id } } } repeatOffenderListings { authority { id } } } }`,
    data: {
      person: {
        residenceStatus: { code: { list: "aufenthaltsstatus" } },
        toleration: { validUntil: text },
        wantedNotices: [],
        policeFindings: suppliedBy("POLICE_MUENSTER"),
        repeatOffenderListings: [{ authority: { id: "POLICE_MUENSTER" } }],
      },
    },
    withheld: [],
    unknown: ["toleration { reason { code } }", "assessment { band }", "convictions { court }"],
  },
  {
    title: "Staatsanwaltschaft Münster sees its own proceedings and the request for consent",
    persona: "sta-muenster",
    stated: { purpose: "CRIMINAL_PROSECUTION", caseRef: "100 Js 1/26" },
    query: `{ ${one} { investigations { fileRef state } custody { from } cases { consents { state plannedMeasure } } } }`,
    data: {
      person: {
        investigations: [{ fileRef: text }, { fileRef: text }],
        custody: null,
        cases: [{ consents: [{ state: "REQUESTED", plannedMeasure: text }] }],
      },
    },
    withheld: ["Person.custody"],
    unknown: ["convictions { court }", "assessment { band }"],
  },
  {
    title: "JVA Münster sees that a removal threat exists, and whom to call",
    persona: "jva",
    stated: { purpose: "CUSTODY_ENFORCEMENT", caseRef: "GB-2025-0001" },
    query: `{ ${one} { expulsion { exists } removalThreat { exists } competentAuthority { id } custody { kind { code } } } }`,
    data: {
      person: {
        removalThreat: { exists: true },
        competentAuthority: { id: "ABH_05554" },
        custody: { kind: { code: text } },
      },
    },
    withheld: [],
    unknown: [
      "removalThreat { enforceable }",
      "expulsion { eventDate }",
      "expulsion { provenance { eventDate } }",
      "convictions { court }",
      "cases { caseRef }",
    ],
  },
  {
    title: "BAMF sees the asylum procedure and only the convictions that § 60 (8) AufenthG refers to",
    persona: "bamf",
    stated: { purpose: "ASYLUM_PROCEDURE", caseRef: "7000001-1" },
    query: `{ ${one} { asylumProcedure { status { list } } removalBars { paragraph } removalBarConvictions { sentenceMonths } } }`,
    data: {
      person: {
        asylumProcedure: { status: { list: "asylstatus" } },
        removalBarConvictions: some({ sentenceMonths: expect.any(Number) }),
        removalBars: expect.any(Array),
      },
    },
    withheld: [],
    unknown: ["convictions { court }", "custody { from }", "assessment { band }"],
  },
  {
    title: "The MKJFGFI sees fixed tables and no person",
    persona: "mkjfgfi",
    stated: { purpose: "SUPERVISION" },
    query:
      "{ caseStatistics { row column count } residenceStatistics { count } assessmentStatistics { count } decisionStatistics { row column count } investigationStatistics { count } }",
    data: {
      caseStatistics: some({ row: text, column: text, count: null }),
      residenceStatistics: some({ count: expect.any(Number) }),
      decisionStatistics: some({ row: "ADMIT", column: "FOLLOWS_BAND" }),
      investigationStatistics: some({ count: null }),
      assessmentStatistics: some({ count: null }),
    },
    withheld: [],
    unknown: [],
  },
  {
    title: "The evaluation reads figures on groups, and of no person and no case",
    persona: "evaluator",
    stated: { purpose: "EVALUATION" },
    query:
      "{ validityReport { on groupsUntil sections { id tables { id measure rows { id value state } } } } evaluationRecords(first: 1) { totalCount } }",
    data: {
      validityReport: {
        on: "2026-06-15",
        groupsUntil: "2026-05-31",
        sections: some({
          id: "groups",
          tables: some({ id: "groups.origin.selection", rows: some({ state: "SUPPRESSED" }) }),
        }),
      },
    },
    withheld: [],
    unknown: [],
  },
  {
    title: "The IM NRW sees the catalogue of criteria",
    persona: "im-nrw",
    stated: { purpose: "SUPERVISION" },
    query: "{ catalogue { status notice criteria { id norm } } }",
    data: { catalogue: { status: "DEMONSTRATION", notice: text, criteria: some({ id: "C-A1", norm: text }) } },
    withheld: [],
    unknown: [],
  },
  {
    title: "The evaluation gets pseudonyms, no references",
    persona: "evaluator",
    stated: { purpose: "EVALUATION" },
    query: "{ evaluationRecords(first: 2) { edges { node { pseudonym band } } } }",
    data: { evaluationRecords: { edges: [{ node: { pseudonym: text } }, { node: { pseudonym: text } }] } },
    withheld: [],
    unknown: [],
  },
  {
    title: "The person concerned sees the own file, but neither the date of the removal nor the deferred investigation",
    persona: "data-subject",
    stated: { purpose: "DATA_SUBJECT_ACCESS" },
    query: `{ persons { totalCount edges { node { personRef toleration { validUntil } investigations { state }
      cases { caseRef state openedOn closedOn rrk { id } } } } } }`,
    data: {
      persons: {
        totalCount: 1,
        edges: [
          {
            node: {
              personRef: "P-SHOWCASE0001",
              toleration: { validUntil: text },
              investigations: [{ state: "CHARGED" }],
              cases: [
                {
                  caseRef: "FM-2026-0001",
                  state: "ADMITTED",
                  openedOn: "2026-03-09",
                  closedOn: null,
                  rrk: { id: "RRK_MUENSTER" },
                },
              ],
            },
          },
        ],
      },
    },
    withheld: [],
    unknown: ["plannedRemoval { date }", "cases { ground }", "cases { lead }", "cases { measures { dueOn } }"],
  },
];

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

describe("On 15 June 2026, in the pilot", () => {
  test.each(journeys)("$title", async ({ persona, stated, query, data, withheld }) => {
    const reply = await world.ask(persona, stated, query);
    expect(reply.status).toBe(200);
    expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(reply.data).toMatchObject(data);
    expect(reply.errors.map((error) => error.extensions?.coordinate)).toEqual(withheld);
    expect(reply.errors.every((error) => error.extensions?.code === "UNAUTHORIZED_FIELD_OR_TYPE")).toBe(true);
  });

  const absent = journeys.flatMap(({ persona, stated, unknown }) =>
    unknown.map((field) => ({ persona, stated, field })),
  );
  test.each(absent)("for $persona the contract has no $field", async ({ persona, stated, field }) => {
    world.forget();
    const reply = await world.ask(persona, stated, `{ ${one} { ${field} } }`);
    expect(reply.status).toBe(400);
    expect(reply.errors.map((error) => error.extensions?.code)).toContain("GRAPHQL_VALIDATION_FAILED");
    expect(reply.text).not.toMatch(/did you mean/i);
    expect(world.traffic).toEqual([]);
  });

  test("the operator at LZPD sees no content: its office has no contract", async () => {
    world.forget();
    const reply = await world.ask("lzpd-operator", { purpose: "WORKLIST" }, "{ __typename }");
    expect(reply.status).toBe(403);
    expect(world.traffic).toEqual([]);
  });
});

describe("The data protection officer", () => {
  test("finds who saw the person: office, purpose, fields and rules, and no value", async () => {
    await world.ask(
      "rrk-muenster-caseworker",
      { purpose: "CASE_MANAGEMENT", caseRef: "FM-2026-0001", reason: "Vorbereitung der Anhörung" },
      `{ ${one} { familyName custody { from } } }`,
    );
    const reply = await world.ask(
      "dpo",
      { purpose: "DATA_PROTECTION_CONTROL", reason: "Stichprobe" },
      `query($filter: AccessRecordFilter) { accessRecords(first: 1, filter: $filter) { edges { node {
        actor office { id } purpose purposeCode caseRef reason policyVersion
        subjects { personRef disclosures { coordinate rules } } } } } }`,
      { filter: { personRef: "P-SHOWCASE0001", office: "RRK_MUENSTER", coordinate: "Custody.from" } },
    );
    expect(reply.errors).toEqual([]);
    const [{ node }] = reply.data.accessRecords.edges;
    expect(node).toMatchObject({
      office: { id: "RRK_MUENSTER" },
      purpose: "CASE_MANAGEMENT",
      purposeCode: "01",
      caseRef: "FM-2026-0001",
      reason: "Vorbereitung der Anhörung",
    });
    const subject = node.subjects.find((each: { personRef: string | null }) => each.personRef === "P-SHOWCASE0001");
    expect(subject.disclosures).toContainEqual({ coordinate: "Custody.from", rules: ["R-RRK-02"] });
  });

  test("is on record when reading the record", async () => {
    await world.ask(
      "dpo",
      { purpose: "DATA_PROTECTION_CONTROL" },
      "query Sample { accessRecords(first: 1) { totalCount } }",
    );
    const entry = world.log().findLast((each) => each.type === "operation");
    expect(entry).toMatchObject({ office: "DPO_MUENSTER", operationName: "Sample", outcome: "ANSWERED" });
  });
});

test("npm run validity -- --url asks a running gateway as an evaluator, and nobody else gets a report", async () => {
  const report = await askReport(world.gateway.url, await world.token("evaluator"));
  expect([report.on, report.sections.length]).toEqual(["2026-06-15", 7]);
  expect(renderPage(report)).toContain("Gütebericht");
  const lead = await world.token("rrk-muenster-lead");
  await expect(askReport(world.gateway.url, lead)).rejects.toThrow(/^The gateway gave no report \(HTTP 40\d\)/);
});

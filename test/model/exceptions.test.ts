import { openAsBlob } from "node:fs";
import { isObjectType } from "graphql";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { personas } from "../../gateway/identity/personas.ts";
import { offices } from "../../schema/offices.ts";
import { chance } from "./chance.ts";
import { declaredExceptions } from "./declaredExceptions.ts";
import { differences } from "./differences.ts";
import { type Model, openModel } from "./openModel.ts";
import { Reference } from "./Reference.ts";
import type { Setting } from "./Setting.ts";
import { twin } from "./twin.ts";

let model: Model;
beforeAll(async () => {
  model = await openModel(await openAsBlob(inject("emptyDump")));
});
afterAll(() => model?.gateway.close());

function setting(persona: string, purpose: string, caseRef: string | null): Setting {
  const found = personas.get(persona);
  if (found === undefined) throw new Error(`There is no persona ${persona}.`);
  const { office, role, purposes } = found;
  return { office, holder: office, role, purpose, purposes, caseRef, date: "2026-06-15" };
}

/** Asks the same of the world and of three that differ in what is withheld: what differs of the answers, and in what the worlds do. */
async function askTwins(asker: Setting, query: string) {
  const { gateway, tables, log } = model;
  const asked = { query, variables: {}, operationName: null };
  const differs = new Set<string>();
  const found: string[] = [];
  await gateway.load(0, tables);
  const seen = await gateway.ask(0, asker, asked, 1);
  for (let seed = 0; seed < 3; seed += 1) {
    const other = twin(tables, new Reference(tables, log, asker), chance(seed));
    for (const each of other.differs) differs.add(each);
    await gateway.load(1, other.tables);
    found.push(...differences(seen, await gateway.ask(1, asker, asked, 1)));
  }
  return { seen, differs, found, data: JSON.parse(seen.body).data };
}

const trace = "state band axisA axisB contributions { points finding facts } missing { fact } inputsHash";

test("The list is this, by ids that are never used again", () => {
  expect(declaredExceptions.map(({ id }) => id)).toEqual(["E1", "E2", "E3", "E4", "E5"]);
});

test("E1: RRK Münster's assessment of a person rests on its inputs alone, whatever religion, findings and notices are on file", async () => {
  const asker = setting("rrk-muenster-caseworker", "CASE_MANAGEMENT", "FM-2026-0001");
  const query = `{ person(personRef: "P-SHOWCASE0001") { assessment { ${trace} } } }`;
  const { data, found, differs } = await askTwins(asker, query);
  expect(data.person.assessment).toMatchObject({ state: "ASSESSED", band: "PRIORITY" });
  expect(found).toEqual([]);
  expect([...differs]).toEqual(
    expect.arrayContaining([
      "immigration.person.religion",
      "criminal_records.police_finding",
      "criminal_records.conviction",
    ]),
  );
});

test("E2: the ministry's tables count the same whatever stands in names, convictions and investigations, and whoever is blocked", async () => {
  const cells = "{ row column count }";
  const query = `{ residenceStatistics ${cells} caseStatistics ${cells} assessmentStatistics ${cells} }`;
  const { data, found, differs } = await askTwins(setting("mkjfgfi", "SUPERVISION", null), query);
  expect(data.residenceStatistics.some(({ count }: { count: number | null }) => count !== null)).toBe(true);
  expect(found).toEqual([]);
  expect([...differs]).toEqual(
    expect.arrayContaining([
      "immigration.person",
      "immigration.person.family_name",
      "criminal_records.conviction",
      "casework.case",
    ]),
  );
});

test("E2: the evaluation reads the same records whatever stands in the file of the persons assessed, and no traffic names one", async () => {
  const query =
    "{ evaluationRecords(first: 50) { totalCount edges { node { pseudonym month state band axisA axisB } } } }";
  const { seen, data, found, differs } = await askTwins(setting("evaluator", "EVALUATION", null), query);
  expect(data.evaluationRecords.totalCount).toBeGreaterThan(3);
  expect(found).toEqual([]);
  expect(differs).toContain("scoring.recorded_assessment.recorded_by");
  expect(JSON.stringify(seen.traffic.map(({ answer }) => answer))).not.toMatch(/P-|FM-/);
});

test("E2: the report on validity is the same whatever stands in names, files and free texts beside what it counts, and no traffic names a person", async () => {
  const query =
    "{ validityReport { on groupsUntil catalogueVersions sections { id tables { id rows { id value low high base state } } } } }";
  const { seen, data, found, differs } = await askTwins(setting("evaluator", "EVALUATION", null), query);
  expect(data.validityReport.sections.length).toBeGreaterThan(5);
  expect(found).toEqual([]);
  expect([...differs]).toEqual(
    expect.arrayContaining(["immigration.person.family_name", "criminal_records.conviction"]),
  );
  const traffic = seen.traffic.map(({ request, answer }) => JSON.stringify([request.query, answer]));
  expect(traffic.join()).toContain("validityReport");
  expect(traffic.join()).not.toMatch(/P-|FM-|RA-/);
});

const inputs = /residenceFacts|conductFacts|caseworkFacts/;

test.each([
  ["an operation without an assessment", "CASE_MANAGEMENT", "FM-2026-0001", "familyName convictions { court }"],
  ["an assessment for the worklist, for which nothing is combined", "WORKLIST", null, "assessment { band }"],
])("E3: no reduced fact travels for %s", async (_, purpose, caseRef, selection) => {
  const asker = setting("rrk-muenster-caseworker", purpose, caseRef);
  const query = `{ person(personRef: "P-SHOWCASE0001") { personRef ${selection} } }`;
  const { traffic } = (await askTwins(asker, query)).seen;
  expect(traffic.length).toBeGreaterThan(0);
  expect(traffic.filter(({ request, answer }) => inputs.test(request.query + JSON.stringify(answer)))).toEqual([]);
});

test("E3 and E4: no contract has reduced facts, relation facts or the reference of a data subject", async () => {
  for (const { office, role, purposes } of personas.values()) {
    const known = offices.get(office);
    if (known === undefined || purposes.length === 0) continue;
    const { schema } = await model.gateway.house.contracts.of(known, role, purposes);
    const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()) : [],
    );
    expect(fields.filter((name) => inputs.test(name) || name === "relationFacts" || name === "dataSubject")).toEqual(
      [],
    );
  }
});

test("E5: the data protection officer reads the same of the log whatever stands in the files, and no value of a person", async () => {
  const record =
    "actor office { id } subjects { personRef disclosures { coordinate rules } facts { fact version coordinates } }";
  const query = `{ accessRecords(first: 10) { edges { node { ${record} } } } }`;
  const { seen, data, found, differs } = await askTwins(setting("dpo", "DATA_PROTECTION_CONTROL", null), query);
  expect(data.accessRecords.edges.length).toBeGreaterThan(3);
  expect(found).toEqual([]);
  expect(differs).toContain("immigration.person");
  const names = (model.tables["immigration.person"] ?? []).map(({ family_name }) => String(family_name));
  expect(names.filter((name) => name.length > 3 && seen.body.includes(`"${name}"`))).toEqual([]);
});

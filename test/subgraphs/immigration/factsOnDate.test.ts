import { eq } from "drizzle-orm";
import { type DefinitionNode, Kind, type TypeNode } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { categoryIndex } from "../../../schema/categoryIndex.ts";
import { subgraphSdl } from "../../../schema/subgraphSdl.ts";
import * as tables from "../../../subgraphs/immigration/tables.ts";
import { addDays } from "../../../subgraphs/shell/calendar/addDays.ts";
import { givenFact } from "./givenFact.ts";
import { blueprint, grant, openWorld, type Sees, type World } from "./world.ts";

const borken = "ABH_05554";
const sdl = subgraphSdl("immigration");
const everything: Sees = Object.fromEntries(
  [...categoryIndex(sdl).values()].flat().map((category) => [category, ["OWN_FILE"]]),
);
const amina = blueprint(1, { dateOfBirth: "2008-06-15" });
const boris = blueprint(2, { legalRegime: "UNION_CITIZEN_LOSS", obligation: "ENFORCEABLE_FINAL" });
const crowd = Array.from({ length: 18 }, (_, index) =>
  blueprint(10 + index, {
    obligation: "ENFORCEABLE_FINAL",
    conduct: "SERIOUS",
    asylum: "REJECTED_FINAL",
    asylumFileRef: `800${index}-1`,
  }),
);

let world: World;

beforeAll(async () => {
  world = await openWorld([amina, boris, ...crowd]);
  const of = (factId: string, eventDate: string) => givenFact(amina.personRef, factId, eventDate);
  const insert = world.store.owner;
  await insert.insert(tables.toleration).values([
    { ...of("RF-A", "2026-01-10"), reasonCode: "22", validUntil: "2026-03-31" },
    { ...of("RF-B", "2026-04-01"), reasonCode: "18", validUntil: "2026-07-31", endedOn: "2026-05-20" },
    { ...of("RF-C", "2026-06-10"), reasonCode: "36", validUntil: "2026-12-31" },
  ]);
  await insert.delete(tables.residenceStatus).where(eq(tables.residenceStatus.personRef, amina.personRef));
  await insert
    .insert(tables.residenceStatus)
    .values({ ...of("RS-A", "2025-01-01"), code: "21", validUntil: "2026-02-28" });
  await insert.insert(tables.plannedRemoval).values({ ...of("PL-A", "2026-06-01"), removalDate: "2026-06-20" });
  await insert.insert(tables.entryBan).values({ ...of("EB-A", "2025-01-01"), code: "04", until: "2026-05-31" });
  await insert.insert(tables.medicalObstacle).values({ ...of("MO-A", "2026-01-10"), exists: true });
  await insert.insert(tables.transferBlock).values([
    { ...of("TB-A", "2026-01-10"), code: "06" },
    { ...of("TB-B", "2026-02-10"), code: "99" },
  ]);
}, 60_000);

afterAll(() => world.close());

async function onDate(date: string, selection: string, personRef = amina.personRef) {
  const query = `query One($ref: ID!) { person(personRef: $ref) { ${selection} } }`;
  const { data, codes } = await world.ask(grant(borken, everything, { date }), query, { ref: personRef });
  expect(codes).toEqual([]);
  return data.person;
}

test("The identity has the provenance of the file", async () => {
  const { provenance } = await onDate(
    "2026-06-15",
    "provenance { version sourceOffice { id } sourceFileRef kind legalBasis }",
  );
  expect(provenance).toEqual({
    version: 1,
    sourceOffice: { id: borken },
    sourceFileRef: amina.fileRef,
    kind: "FACT",
    legalBasis: expect.stringContaining("§"),
  });
});

describe("On the date of the question", () => {
  test.each([
    ["2026-01-09", "the day before it is granted", null],
    ["2026-01-10", "the day it is granted", "RF-A"],
    ["2026-03-31", "the last day of the first", "RF-A"],
    ["2026-04-01", "the first day of the second", "RF-B"],
    ["2026-05-19", "the last day before the second is revoked", "RF-B"],
    ["2026-05-20", "the day the second is revoked", null],
    ["2026-06-15", "while the third is valid", "RF-C"],
    ["2027-01-01", "the day after the third ran out", null],
  ])("%s, %s: Amina's toleration", async (date, _, factId) => {
    const { toleration } = await onDate(date, "toleration { provenance { factId } }");
    expect(toleration).toEqual(factId === null ? null : { provenance: { factId } });
  });

  test.each([
    ["a title ends with its last day", "residenceStatus { code { code } }", "2026-02-28", { code: { code: "21" } }],
    ["a title is gone the day after", "residenceStatus { code { code } }", "2026-03-01", null],
    ["a removal is not known before it is planned", "plannedRemoval { date }", "2026-05-31", null],
    ["a planned removal stands until its day", "plannedRemoval { date }", "2026-06-20", { date: "2026-06-20" }],
    ["a removal whose day has passed is planned no more", "plannedRemoval { date }", "2026-06-21", null],
    ["a ban holds on its last day", "entryBan { until }", "2026-05-31", { until: "2026-05-31" }],
    ["a ban is over the day after", "entryBan { until }", "2026-06-01", null],
    ["an obstacle is not known before its date", "medicalObstacle { exists }", "2026-01-09", null],
    ["an obstacle is shown as existing", "medicalObstacle { exists }", "2026-01-10", { exists: true }],
  ])("%s", async (_, selection, date, expected) => {
    const field = selection.split(" ").at(0) ?? "";
    expect(await onDate(date, selection)).toEqual({ [field]: expected });
  });

  test("The small transfer block is shown, a large one never is", async () => {
    const { transferBlock } = await onDate("2026-06-15", "transferBlock { code { code } since }");
    expect(transferBlock).toEqual({ code: { code: "06" }, since: "2026-01-10" });
  });

  test.each([
    ["2026-06-14", "the day before", true, "YES"],
    ["2026-06-15", "on", false, "NO"],
  ])("%s, %s Amina's 18th birthday", async (date, _, isMinor, reduced) => {
    const { residenceFacts, ...person } = await onDate(date, "isMinor residenceFacts { key value }");
    expect(person).toEqual({ isMinor });
    expect(residenceFacts).toContainEqual({ key: "MINOR", value: reduced });
  });

  test("Boris is a citizen of the Union until the day before the loss of free movement is established", async () => {
    const [finding] = await world.store.owner
      .select()
      .from(tables.expulsion)
      .where(eq(tables.expulsion.personRef, boris.personRef));
    const lostOn = finding?.eventDate ?? "";
    const dayBefore = addDays(lostOn, -1);
    const before = await onDate(dayBefore, "legalRegime relationFacts", boris.personRef);
    const after = await onDate(lostOn, "legalRegime relationFacts", boris.personRef);
    expect(before).toEqual({ legalRegime: "UNION_CITIZEN", relationFacts: ["OWN_FILE", "UNION_CITIZEN"] });
    expect(after).toEqual({ legalRegime: "UNION_CITIZEN_LOSS", relationFacts: ["OWN_FILE"] });
  });
});

describe("What scoring gets", () => {
  test("Medical and family grounds reach it as one class with neutral references, and no medical obstacle at all", async () => {
    const selection = "residenceFacts { key value asOf references }";
    const facts = async (date: string) => (await onDate(date, selection)).residenceFacts;
    const class_ = (factId: string, asOf: string) => ({
      key: "TOLERATION_CLASS",
      value: "OTHER_OBSTACLE",
      asOf,
      references: [`${factId}@1`],
    });
    const medical = await facts("2026-01-10");
    expect(medical).toContainEqual(class_("RF-A", "2026-01-10"));
    expect(await facts("2026-04-01")).toContainEqual(class_("RF-B", "2026-04-01"));
    expect(JSON.stringify(medical)).not.toMatch(/MO-|"22"|medi|health/i);
  });
});

describe("What a toleration tells of its ground", () => {
  test("Without the category of the ground, it is an error to ask for it and nothing else differs", async () => {
    const { TOLERATION_REASON: _, ...others } = everything;
    const query = "{ persons(filter: { tolerated: true }) { edges { node { toleration { reason { code } } } } } }";
    const { data, codes } = await world.ask(grant(borken, others), query);
    expect(new Set(codes)).toEqual(new Set(["FIELD_NOT_GRANTED"]));
    expect(JSON.stringify(data)).not.toContain('"code"');
  });

  test("Legal basis and source of a generated toleration are the same for every ground", async () => {
    const rows = await world.store.owner.select().from(tables.toleration);
    const generated = rows.filter(({ personRef }) => personRef !== amina.personRef);
    expect(new Set(generated.map(({ reasonCode }) => reasonCode)).size).toBeGreaterThan(2);
    const provenances = generated.map(({ legalBasis, sourceOffice, evidenceHolder, label, subjectCategory, factId }) =>
      JSON.stringify([legalBasis, sourceOffice, evidenceHolder, label, subjectCategory, factId.slice(0, 3)]),
    );
    expect([...new Set(provenances)]).toEqual([JSON.stringify(["§ 60a AufenthG", borken, null, null, "OTHER", "RF-"])]);
  });
});

describe("SQL statements", () => {
  test("All fields of 20 persons cost as many as all fields of one person: at most 20", async () => {
    const count = async (first: number) => {
      const before = world.store.statements.count;
      const query = `{ persons(first: ${first}) { ${selectionOf("PersonConnection")} } }`;
      const { data, codes } = await world.ask(grant(borken, everything), query);
      expect(codes).toEqual([]);
      expect(data.persons.edges).toHaveLength(first);
      return world.store.statements.count - before;
    };
    const forOne = await count(1);
    expect(await count(20)).toBe(forOne);
    expect(forOne).toBeLessThanOrEqual(20);
  });
});

/** Every field of a type, and of the types below it. */
function selectionOf(typeName: string): string {
  const type = sdl.definitions.find((each) => isType(each, typeName));
  if (type?.kind !== Kind.OBJECT_TYPE_DEFINITION) return "";
  return (type.fields ?? [])
    .map((field) => {
      const below = selectionOf(named(field.type));
      return below === "" ? field.name.value : `${field.name.value} { ${below} }`;
    })
    .join(" ");
}

function isType(definition: DefinitionNode, name: string): boolean {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === name;
}

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}

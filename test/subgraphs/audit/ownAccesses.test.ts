import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toldFields } from "../../../subgraphs/audit/toldFields.ts";
import { personMerge, relation } from "../../../subgraphs/shell/tables.ts";
import { access } from "../../gateway/audit/access.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";
import { type AuditWorld, openAuditWorld } from "./auditWorld.ts";

const person = "P-SHOWCASE0001";
const other = "P-SHOWCASE0002";

const personConcerned = aGrant("DATA_SUBJECT", grantEntries("SEE", ["ACCESS_DISCLOSURE"], ["SELF"], []), {
  holder: `SUBJECT:${person}`,
  role: "DATA_SUBJECT",
  purpose: "DATA_SUBJECT_ACCESS",
  person: null,
});

const rules = {
  "Case.state": ["R-1"],
  "Code.code": ["R-1"],
  "Conviction.court": ["R-1"],
  "Investigation.state": ["R-1"],
  "Person.familyName": ["R-1"],
  "Person.investigations": ["R-1"],
  "Person.plannedRemoval": ["R-1"],
  "Provenance.sourceFileRef": ["R-1"],
  "WantedNotice.exists": ["R-1"],
};
const reads = (id: string, hour: number, coordinates: readonly string[], particulars: object = {}) =>
  access(id, {
    at: `2026-06-15T${String(hour).padStart(2, "0")}:00:00.000Z`,
    rules,
    subjects: [
      { personRef: person, coordinates },
      { personRef: other, coordinates: ["Conviction.court"] },
    ],
    ...particulars,
  });

/** What both worlds hold. */
const common = [
  reads("01", 8, ["Person.familyName", "Case.state"]),
  reads("02", 9, ["Person.familyName"], { office: "ABH_05554", purpose: "RESIDENCE_PROCEDURE", caseRef: null }),
  access("03", {
    at: "2026-06-15T10:00:00.000Z",
    rules,
    subjects: [{ personRef: other, coordinates: ["Case.state"] }],
  }),
  reads("04", 11, ["Person.familyName"], { asSubject: person, office: "DATA_SUBJECT", actor: "subject-1501" }),
];

/** What the person must learn nothing of: each access and each field leads to proceedings that are deferred. */
const hidden = [
  ...["POLICE_MUENSTER", "LKA_NRW", "STA_R2400S"].map((office, each) =>
    reads(`1${each}`, 12 + each, ["Person.familyName", "Case.state"], { office, purpose: "CRIMINAL_PROSECUTION" }),
  ),
  reads("20", 15, ["Investigation.state", "Person.investigations", "Provenance.sourceFileRef", "Code.code"]),
  reads("21", 16, ["WantedNotice.exists", "Person.plannedRemoval"]),
];

let plain: AuditWorld;
let differing: AuditWorld;

beforeAll(async () => {
  plain = await openAuditWorld();
  differing = await openAuditWorld();
  for (const world of [plain, differing]) {
    await world.store.owner.insert(relation).values({
      office: `SUBJECT:${person}`,
      personRef: person,
      kind: "SELF",
      caseRef: person,
      since: "2026-01-01",
      until: null,
    });
  }
  await plain.record("gateway-1", ...common);
  const [first, ...further] = common;
  if (first === undefined) throw new Error("Both worlds hold something.");
  const withInvestigation = reads("01", 8, ["Person.familyName", "Case.state", "Investigation.state", "Code.code"]);
  await differing.record("gateway-1", withInvestigation, ...further, ...hidden);
});

afterAll(() => Promise.all([plain.close(), differing.close()]));

const ask = (world: AuditWorld, personRef: string, args = "", grant = personConcerned) =>
  world.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { accesses${args} { totalCount
      pageInfo { hasNextPage endCursor } edges { cursor node { at office { id } purpose purposeCode fields } } } } } }`,
    { of: [{ __typename: "Person", personRef }] },
    grant,
  );

test("The person concerned is told office, purpose, time and fields of each access, latest first, and no name of staff", async () => {
  const { data } = await ask(plain, person);
  const { totalCount, edges } = data._entities[0].accesses;
  expect(totalCount).toBe(2);
  expect(edges.map(({ node }: { node: object }) => node)).toEqual([
    {
      at: "2026-06-15T09:00:00.000Z",
      office: { id: "ABH_05554" },
      purpose: "RESIDENCE_PROCEDURE",
      purposeCode: "01",
      fields: ["Person.familyName"],
    },
    {
      at: "2026-06-15T08:00:00.000Z",
      office: { id: "RRK_MUENSTER" },
      purpose: "CASE_MANAGEMENT",
      purposeCode: "01",
      fields: ["Case.state", "Person.familyName"],
    },
  ]);
  expect(JSON.stringify(data)).not.toMatch(/staff|FM-2026|Prüfung/);
});

test("Page by page, each access is told once", async () => {
  const { data } = await ask(plain, person, "(first: 1)");
  const { pageInfo, edges } = data._entities[0].accesses;
  const { data: next } = await ask(plain, person, `(first: 1, after: "${pageInfo.endCursor}")`);
  const told = [...edges, ...next._entities[0].accesses.edges].map(({ node }) => node.office.id);
  expect(told).toEqual(["ABH_05554", "RRK_MUENSTER"]);
  expect(next._entities[0].accesses.pageInfo.hasNextPage).toBe(false);
});

test("Two worlds that differ in deferred proceedings alone give the same bytes, page by page too", async () => {
  for (const args of ["", "(first: 1)", "(first: 2)"]) {
    const [one, two] = [await ask(plain, person, args), await ask(differing, person, args)];
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  }
  const { data } = await differing.ask(`{ accessRecords(filter: { personRef: "${person}" }) { totalCount } }`);
  expect(data.accessRecords.totalCount).toBe(common.length - 1 + hidden.length);
});

test("Nobody is told of another person's accesses", async () => {
  const { data } = await ask(plain, other);
  expect(data._entities[0].accesses).toBeNull();
});

test("No field is told that inherits its category or can tell of proceedings, of wanted notices or of a removal", () => {
  expect(toldFields).toContain("Person.familyName");
  expect(toldFields).toContain("Conviction.court");
  const untold = /^(Investigation|WantedNotice|PoliceFinding|PlannedRemoval|Provenance|PageInfo)\.|investigations$/;
  expect(toldFields.filter((coordinate) => untold.test(coordinate))).toEqual([]);
});

test("What was read under a reference that was merged into the person's, at whatever remove, is told as long as the merge stands", async () => {
  const duplicates = ["P-DUPLICATE001", "P-DUPLICATE002"];
  const read = (id: string, personRef: string, office: string) =>
    access(id, {
      at: `2026-06-14T08:00:${id}.000Z`,
      rules,
      office,
      subjects: [{ personRef, coordinates: ["Person.familyName"] }],
    });
  await plain.record(
    "gateway-2",
    read("31", "P-DUPLICATE001", "JVA_MUENSTER"),
    read("32", "P-DUPLICATE002", "BAMF"),
    read("33", "P-DUPLICATE001", "LKA_NRW"),
  );
  const earlier = async () => {
    const { data } = await ask(plain, person);
    const { totalCount, edges } = data._entities[0].accesses;
    return [totalCount, ...edges.slice(2).map(({ node }: { node: { office: { id: string } } }) => node.office.id)];
  };
  expect(await earlier()).toEqual([2]);
  const merges = [person, "P-DUPLICATE001"].map((intoRef, index) => ({
    id: `M-${index}`,
    fromRef: duplicates[index] ?? "",
    intoRef,
    mergedAt: "2026-06-15T08:00:00Z",
    mergedOn: "2026-06-15",
  }));
  await plain.store.owner.insert(personMerge).values(merges);
  expect(await earlier()).toEqual([4, "BAMF", "JVA_MUENSTER"]);
  await plain.store.owner
    .update(personMerge)
    .set({ undoneAt: "2026-06-16T08:00:00Z", undoneOn: "2026-06-16" })
    .where(eq(personMerge.id, "M-1"));
  expect(await earlier()).toEqual([3, "JVA_MUENSTER"]);
  await plain.store.owner
    .update(personMerge)
    .set({ undoneAt: "2026-06-16T08:00:00Z", undoneOn: "2026-06-16" })
    .where(eq(personMerge.id, "M-0"));
  expect(await earlier()).toEqual([2]);
});

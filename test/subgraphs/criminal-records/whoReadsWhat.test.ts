import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  custody,
  investigation,
  policeFinding,
  repeatOffenderListing,
  wantedNotice,
} from "../../../subgraphs/criminal-records/tables.ts";
import { giveConviction, giveInvestigation, givenFact, giveRelation } from "./givenRecord.ts";
import { grantFor, openRecordsWorld, type RecordsWorld } from "./recordsWorld.ts";

const deferral = ["DISCLOSURE_DEFERRED"];
const label = "Kennzeichnung § 22b PolG NRW";
const subject = "P-SUBJECT0001";
const page = Array.from({ length: 20 }, (_, index) => `P-PAGE${String(index).padStart(8, "0")}`);
const everything = [
  "CONVICTION",
  "CONVICTION_ERASURE",
  "CONVICTION_SECTION_60_8",
  "INVESTIGATION",
  "INVESTIGATION_DETAIL",
  "CUSTODY",
  "WAIVER_456A",
  "WANTED_NOTICE",
  "REPEAT_OFFENDER_LISTING",
  "POLICE_FINDING",
  "CONDUCT_FACTS",
];

let world: RecordsWorld;

beforeAll(async () => {
  world = await openRecordsWorld();
  const { owner } = world.store;
  await giveRelation(owner, "POLICE_MUENSTER", "OWN_FINDING", subject);
  await giveRelation(owner, "RRK_MUENSTER", "OWN_CASE", subject);
  await giveRelation(owner, `SUBJECT:${subject}`, "SELF", subject);
  await giveInvestigation(owner, subject, 1, { state: "CHARGED" });
  await giveInvestigation(owner, subject, 2, { state: "CHARGED", disclosureDeferred: true });
  await giveInvestigation(owner, subject, 3, { state: "ACQUITTED" });
  await giveInvestigation(owner, subject, 4, { state: "DISCONTINUED" });
  await giveInvestigation(owner, subject, 5, { since: "2026-06-16" });
  for (const personRef of page) {
    await giveRelation(owner, "RRK_MUENSTER", "OWN_CASE", personRef);
    await giveConviction(owner, personRef, "2025-01-10");
    await giveInvestigation(owner, personRef, 1);
    await giveOtherRecords(personRef);
  }
}, 60_000);

afterAll(() => world.close());

async function giveOtherRecords(personRef: string): Promise<void> {
  const { owner } = world.store;
  const fact = (kind: string) => givenFact(personRef, `${kind}-${personRef}`, "2026-01-10");
  const served = { ...givenFact(personRef, `CU-old-${personRef}`, "2024-01-10"), waiver456a: "NONE" as const };
  await owner.insert(custody).values([
    { ...served, custodyKind: "02", begunOn: "2024-01-10", endedOn: "2024-03-10" },
    {
      ...fact("CU"),
      sourceOffice: "JVA_R6636",
      custodyKind: "03",
      begunOn: "2026-01-10",
      expectedEnd: "2027-01-10",
      halfTerm: "2026-07-10",
      waiver456a: "REQUESTED",
    },
  ]);
  await owner.insert(wantedNotice).values([
    { ...fact("WN"), purpose: "02", since: "2026-01-10" },
    { ...fact("WN-old"), purpose: "01", since: "2026-01-10", until: "2026-06-14" },
  ]);
  await owner.insert(policeFinding).values({ ...fact("PF"), label, findingKind: "VIOLENCE" });
  await owner.insert(repeatOffenderListing).values({
    ...fact("RL"),
    sourceOffice: "POLICE_MUENSTER",
    label,
    kind: "ASSESSMENT",
    evidenceHolder: "POLICE_MUENSTER",
    ruleSet: "Leitlinien",
    listedOn: "2026-01-10",
    reviewBy: "2026-07-10",
  });
}

const investigations = "investigations { id relationFacts state }";

describe("Investigations", () => {
  test("Police Münster reads both open ones, and which of them must not be disclosed", async () => {
    const police = grantFor("POLICE_MUENSTER", "OWN_FINDING", ["INVESTIGATION"]);
    const { persons } = await world.tell(police, investigations, subject);
    expect(persons[0].investigations).toEqual([
      { id: `IV-${subject}-1`, relationFacts: [], state: "CHARGED" },
      { id: `IV-${subject}-2`, relationFacts: deferral, state: "CHARGED" },
    ]);
  });

  test("The data subject reads the one that is not deferred, and no count betrays the other", async () => {
    const self = grantFor(
      "DATA_SUBJECT",
      "SELF",
      ["INVESTIGATION", "CONDUCT_FACTS"],
      { holder: `SUBJECT:${subject}` },
      deferral,
    );
    const { persons } = await world.tell(self, `${investigations} conductFacts { key value references }`, subject);
    expect(persons[0].investigations).toEqual([{ id: `IV-${subject}-1`, relationFacts: [], state: "CHARGED" }]);
    expect(persons[0].conductFacts).toContainEqual({
      key: "OPEN_CHARGES",
      value: "1",
      references: [`IV-${subject}-1@1`],
    });
  });

  test("The file reference stands in fileRef alone: the provenance has none, whether or not details are granted and asked for", async () => {
    const selection = "investigations { office { id } fileRef provisions provenance { factId sourceFileRef } }";
    const details = grantFor("RRK_MUENSTER", "OWN_CASE", ["INVESTIGATION", "INVESTIGATION_DETAIL"], {}, deferral);
    const existence = grantFor("RRK_MUENSTER", "OWN_CASE", ["INVESTIGATION"]);
    const [first] = (await world.tell(details, selection, subject)).persons[0].investigations;
    expect([first.fileRef, first.provisions, first.provenance.sourceFileRef]).toEqual([
      `Js IV-${subject}-1`,
      ["§ 263 StGB"],
      null,
    ]);
    const { persons } = await world.tell(existence, "investigations { provenance { factId sourceFileRef } }", subject);
    expect(persons[0].investigations[0].provenance).toEqual({ factId: `IV-${subject}-1`, sourceFileRef: null });
  });

  test("Where existence may be told but details of a deferred one not, its details are null", async () => {
    const base = grantFor("RRK_MUENSTER", "OWN_CASE", ["INVESTIGATION"]);
    const entry = { category: "INVESTIGATION_DETAIL", action: "SEE" as const, when: ["OWN_CASE"], unless: deferral };
    const grant = { ...base, entries: [...base.entries, entry] };
    const { persons } = await world.tell(grant, "investigations { fileRef }", subject);
    expect(persons[0].investigations).toEqual([{ fileRef: `Js IV-${subject}-1` }, { fileRef: null }]);
  });

  test("An acquittal removes the investigation and its charge at once", async () => {
    const accused = page[0] ?? "";
    const grant = grantFor("RRK_MUENSTER", "OWN_CASE", ["INVESTIGATION", "CONDUCT_FACTS"]);
    const told = async () => {
      const { persons } = await world.tell(grant, "investigations { state } conductFacts { key value }", accused);
      const { value } = persons[0].conductFacts.find(({ key }: { key: string }) => key === "OPEN_CHARGES");
      return [persons[0].investigations, value];
    };
    const set = (state: "CHARGED" | "ACQUITTED" | "OPEN") =>
      world.store.owner.update(investigation).set({ state }).where(eq(investigation.personRef, accused));
    await set("CHARGED");
    expect(await told()).toEqual([[{ state: "CHARGED" }], "1"]);
    await set("ACQUITTED");
    expect(await told()).toEqual([[], "0"]);
    await set("OPEN");
  });
});

test("BAMF reads where a conviction for § 60 (8) AufenthG comes from, in the version that the other offices read", async () => {
  const convicted = "P-CONVICTED01";
  const { owner } = world.store;
  await giveRelation(owner, "BAMF", "OWN_ASYLUM_PROCEDURE", convicted);
  await giveConviction(owner, convicted, "2025-01-10", { penalty: "IMPRISONMENT", years: 4, version: 2 });
  const bamf = grantFor("BAMF", "OWN_ASYLUM_PROCEDURE", ["CONVICTION_SECTION_60_8"]);
  const selection =
    "removalBarConvictions { sentenceMonths provenance { factId version sourceFileRef kind legalBasis } }";
  const { persons } = await world.tell(bamf, selection, convicted);
  const factId = `CV-${convicted}-2025-01-10`;
  expect(persons[0].removalBarConvictions).toEqual([
    {
      sentenceMonths: 48,
      provenance: { factId, version: 2, sourceFileRef: `Js ${factId}`, kind: "FACT", legalBasis: "§ 87 (4) AufenthG" },
    },
  ]);
});

describe("Relations", () => {
  const all = `convictions { id } removalBarConvictions { id } investigations { id } custody { from } wantedNotices { since }
    repeatOffenderListings { listedOn } policeFindings { date } conductFacts { key }`;

  test("RRK Köln, which has no case of the person, reads null in every field", async () => {
    const { persons, codes } = await world.tell(grantFor("RRK_KOELN", "OWN_CASE", everything), all, subject);
    expect(Object.values(persons[0])).toEqual(Array(8).fill(null));
    expect(codes).toEqual([]);
  });

  test("A person who does not exist reads the same", async () => {
    const grant = grantFor("RRK_KOELN", "OWN_CASE", everything);
    const { persons } = await world.tell(grant, all, subject, "P-NOBODY00001");
    expect(persons[1]).toEqual(persons[0]);
  });

  test("RRK Münster without a grant for police findings gets an error for them and nothing else", async () => {
    const { codes } = await world.tell(
      grantFor("RRK_MUENSTER", "OWN_CASE", ["CONVICTION"]),
      "policeFindings { date }",
      subject,
    );
    expect(codes).toEqual(["FIELD_NOT_GRANTED"]);
  });
});

describe("A page of persons", () => {
  const selection = `relationFacts convictions { id court sentence { kind { code } dayFines probation } offences { provision } provenance { factId } }
    removalBarConvictions { id } investigations { id relationFacts office { name } fileRef }
    custody { kind { name } from expectedEnd halfTerm waiver456a prison { name } }
    wantedNotices { purpose { name } } repeatOffenderListings { authority { name } reviewBy provenance { kind label } }
    policeFindings { kind label date } conductFacts { key value asOf }`;
  const grant = grantFor("RRK_MUENSTER", "OWN_CASE", everything);

  test("20 persons with everything cost at most nine SQL statements: relations, one a table, and one for the ends of convictions", async () => {
    const before = world.store.statements.count;
    const { persons, codes } = await world.tell(grant, selection, ...page);
    expect(world.store.statements.count - before).toBeLessThanOrEqual(9);
    expect(codes).toEqual([]);
    expect(persons.map(({ convictions }) => convictions[0].id)).toEqual(page.map((ref) => `CV-${ref}-2025-01-10`));
  });

  test("Each person reads as recorded: what lasts on the date, in official codes, with reduced facts", async () => {
    const { persons } = await world.tell(grant, selection, page[3] ?? "");
    expect(persons[0]).toEqual({
      relationFacts: ["OWN_CASE"],
      convictions: [
        {
          id: `CV-${page[3]}-2025-01-10`,
          court: "Amtsgericht Münster",
          sentence: { kind: { code: "03" }, dayFines: 60, probation: false },
          offences: [{ provision: "§ 242 StGB" }],
          provenance: { factId: `CV-${page[3]}-2025-01-10` },
        },
      ],
      removalBarConvictions: [],
      investigations: [
        {
          id: `IV-${page[3]}-1`,
          relationFacts: [],
          office: { name: "Staatsanwaltschaft Münster" },
          fileRef: `Js IV-${page[3]}-1`,
        },
      ],
      custody: {
        kind: { name: "Strafhaft" },
        from: "2026-01-10",
        expectedEnd: "2027-01-10",
        halfTerm: "2026-07-10",
        waiver456a: "REQUESTED",
        prison: { name: "Justizvollzugsanstalt Münster" },
      },
      wantedNotices: [{ purpose: { name: "Aufenthaltsermittlung" } }],
      repeatOffenderListings: [
        {
          authority: { name: "Polizeipräsidium Münster" },
          reviewBy: "2026-07-10",
          provenance: { kind: "ASSESSMENT", label },
        },
      ],
      policeFindings: [{ kind: "VIOLENCE", label, date: "2026-01-10" }],
      conductFacts: [
        { key: "EXPULSION_INTEREST", value: "SECTION_54_2_MINOR", asOf: "2025-01-10" },
        { key: "FURTHER_CONVICTIONS", value: "0", asOf: null },
        { key: "VIOLENCE_OR_WEAPON", value: "NO", asOf: null },
        { key: "LATEST_OFFENCE", value: "WITHIN_24", asOf: "2025-01-10" },
        { key: "REPEAT_OFFENDER_LISTING", value: "CURRENT", asOf: "2026-01-10" },
        { key: "OPEN_CHARGES", value: "0", asOf: null },
        { key: "CUSTODY_PERSPECTIVE", value: "RELEASE_WITHIN_6_MONTHS", asOf: "2026-01-10" },
      ],
    });
  });
});

describe("Labels (§ 22b PolG NRW)", () => {
  test.each([[null], [""]])("The database refuses a police finding with the label %j", async (unlabelled) => {
    const fact = { ...givenFact(subject, "PF-unlabelled", "2026-01-10"), label: unlabelled };
    const insert = world.store.owner.insert(policeFinding).values({ ...fact, findingKind: "OTHER" });
    await expect(insert).rejects.toMatchObject({
      cause: { message: expect.stringContaining("police_finding_labelled") },
    });
  });

  test.each([[null], [""]])("The database refuses a listing with the label %j", async (unlabelled) => {
    const fact = {
      ...givenFact(subject, "RL-unlabelled", "2026-01-10"),
      label: unlabelled,
      kind: "ASSESSMENT" as const,
    };
    const listing = { ...fact, ruleSet: "Leitlinien", listedOn: "2026-01-10", reviewBy: "2026-07-10" };
    const insert = world.store.owner.insert(repeatOffenderListing).values(listing);
    await expect(insert).rejects.toMatchObject({
      cause: { message: expect.stringContaining("repeat_offender_listing_labelled") },
    });
  });

  test("Nothing unlabelled is stored", async () => {
    const unlabelled = sql`${policeFinding.label} IS NULL OR ${policeFinding.label} = ''`;
    expect(await world.store.owner.$count(policeFinding, unlabelled)).toBe(0);
  });
});

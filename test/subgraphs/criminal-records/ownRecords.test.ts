import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordTypes } from "../../../subgraphs/criminal-records/records/recordTypes.ts";
import { criminalRecords } from "../../../subgraphs/criminal-records/subgraph.ts";
import {
  custody,
  policeFinding,
  repeatOffenderListing,
  wantedNotice,
} from "../../../subgraphs/criminal-records/tables.ts";
import { grantView, permits } from "../../../subgraphs/shell/grantView.ts";
import { factsOfRecord } from "../../../subgraphs/shell/RecordType.ts";
import { personRelationFacts } from "../../../subgraphs/shell/relationFacts.ts";
import { recordPredicate } from "../../../subgraphs/shell/relationPredicate.ts";
import type { SubgraphContext } from "../../../subgraphs/shell/SubgraphContext.ts";
import { relation } from "../../../subgraphs/shell/tables.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";
import { giveInvestigation, givenFact, giveRelation } from "./givenRecord.ts";
import { grantFor, openRecordsWorld, type RecordsWorld } from "./recordsWorld.ts";

const label = "Kennzeichnung § 22b PolG NRW";
/** Known to both police offices, both prosecutors' offices and, one after the other, to two prisons. */
const shared = "P-SHARED00001";
/** Known to the police of Münster in the same way, and to nobody else. */
const alone = "P-ALONE000001";
/** Known to the police of Münster, who have supplied nothing that lasts; all records are of others. */
const ofOthers = "P-OFOTHERS001";
/** The police of Münster have a record about the person, but their relation has ended. */
const over = "P-OVER0000001";

let world: RecordsWorld;

beforeAll(async () => {
  world = await openRecordsWorld();
  const { owner } = world.store;
  for (const personRef of [shared, alone, ofOthers])
    await giveRelation(owner, "POLICE_MUENSTER", "OWN_FINDING", personRef);
  await giveRelation(owner, "POLICE_KOELN", "OWN_FINDING", shared);
  await giveRelation(owner, "RRK_MUENSTER", "OWN_CASE", shared);
  for (const office of ["STA_R2700S", "STA_R2400S"]) await giveRelation(owner, office, "OWN_INVESTIGATION", shared);
  for (const office of ["JVA_R6636", "JVA_R8080"]) await giveRelation(owner, office, "OWN_CUSTODY", shared);
  await owner.insert(relation).values({
    office: "POLICE_MUENSTER",
    kind: "OWN_FINDING",
    personRef: over,
    caseRef: "P 9/20",
    since: "2020-01-01",
    until: "2026-06-14",
  });
  await givePoliceRecords("POLICE_MUENSTER", shared, alone, over);
  await givePoliceRecords("POLICE_KOELN", shared, ofOthers);
  for (const [number, sourceOffice] of ["STA_R2700S", "STA_R2400S", "STA_R2400S"].entries())
    await giveInvestigation(owner, shared, number + 1, { sourceOffice, disclosureDeferred: number === 2 });
  const held = {
    ...givenFact(shared, "CU", "2026-01-10"),
    custodyKind: "03",
    begunOn: "2026-01-10",
    waiver456a: "NONE" as const,
  };
  await owner.insert(custody).values({ ...held, sourceOffice: "JVA_R6636", enforcedBy: "STA_R2700S" });
}, 60_000);
afterAll(() => world.close());

async function givePoliceRecords(sourceOffice: string, ...personRefs: readonly string[]): Promise<void> {
  const { owner } = world.store;
  for (const personRef of personRefs) {
    const fact = (kind: string) => ({
      ...givenFact(personRef, `${kind}-${sourceOffice}-${personRef}`, "2026-01-10"),
      sourceOffice,
      label,
    });
    await owner.insert(policeFinding).values({ ...fact("PF"), findingKind: "VIOLENCE" });
    await owner.insert(wantedNotice).values({ ...fact("WN"), purpose: "02", since: "2026-01-10" });
    await owner.insert(repeatOffenderListing).values({
      ...fact("RL"),
      kind: "ASSESSMENT",
      evidenceHolder: sourceOffice,
      ruleSet: "Leitlinien",
      listedOn: "2026-01-10",
      reviewBy: "2026-07-10",
    });
  }
}

const policeCategories = ["POLICE_FINDING", "REPEAT_OFFENDER_LISTING", "WANTED_NOTICE"];
const policeRecords = `policeFindings { relationFacts provenance { sourceOffice { id } } }
  repeatOffenderListings { relationFacts authority { id } } wantedNotices { relationFacts provenance { sourceOffice { id } } }`;

/** What a police office reads of a person whose only records that it may see are its own, one of each kind. */
const oneOfEach = (office: string) => ({
  policeFindings: [{ relationFacts: ["OWN_RECORD"], provenance: { sourceOffice: { id: office } } }],
  repeatOffenderListings: [{ relationFacts: ["OWN_RECORD"], authority: { id: office } }],
  wantedNotices: [{ relationFacts: ["OWN_RECORD"], provenance: { sourceOffice: { id: office } } }],
});
const noneOfEach = { policeFindings: [], repeatOffenderListings: [], wantedNotices: [] };
const nothing = { policeFindings: null, repeatOffenderListings: null, wantedNotices: null };

describe("Two police offices that each have a finding, a listing and a wanted notice about one person", () => {
  test.each(["POLICE_MUENSTER", "POLICE_KOELN"])("%s reads its own and nothing of the other's", async (office) => {
    const { persons, codes } = await world.tell(
      grantFor(office, "OWN_RECORD", policeCategories),
      policeRecords,
      shared,
    );
    expect(persons).toEqual([oneOfEach(office)]);
    expect(codes).toEqual([]);
  });

  test("Münster reads of that person what it reads of one whom it alone knows: nothing tells of the other office", async () => {
    const grant = grantFor("POLICE_MUENSTER", "OWN_RECORD", policeCategories);
    const { persons } = await world.tell(grant, policeRecords, shared, alone);
    expect(persons[0]).toEqual(persons[1]);
  });

  test("Münster reads empty lists of a person of whom the other office alone has records", async () => {
    const grant = grantFor("POLICE_MUENSTER", "OWN_RECORD", policeCategories);
    expect((await world.tell(grant, policeRecords, ofOthers)).persons).toEqual([noneOfEach]);
  });

  test("RRK Münster, which has the case, reads both, and neither is its own", async () => {
    const rrk = grantFor("RRK_MUENSTER", "OWN_CASE", policeCategories);
    const { persons } = await world.tell(rrk, "policeFindings { relationFacts }", shared);
    expect(persons[0].policeFindings).toEqual([{ relationFacts: [] }, { relationFacts: [] }]);
  });

  test("Where a case is stated, an own record shows for the persons of that case alone", async () => {
    const grant = (caseRef: string) => grantFor("POLICE_MUENSTER", "OWN_RECORD", policeCategories, { caseRef });
    const told = async (caseRef: string) => (await world.tell(grant(caseRef), policeRecords, shared)).persons;
    expect(await told(`OWN_FINDING ${shared}`)).toEqual([oneOfEach("POLICE_MUENSTER")]);
    expect(await told(`OWN_FINDING ${alone}`)).toEqual([nothing]);
  });

  test("An own record opens nothing once the office stands in no relation to the person, as if there were no such person", async () => {
    const grant = grantFor("POLICE_MUENSTER", "OWN_RECORD", policeCategories);
    const { persons } = await world.tell(grant, policeRecords, over, "P-NOBODY00001");
    expect(persons).toEqual([nothing, nothing]);
    const dayBefore = { ...grant, date: "2026-06-14" };
    expect((await world.tell(dayBefore, policeRecords, over)).persons).toEqual([oneOfEach("POLICE_MUENSTER")]);
  });

  test("A relation to a record opens no field of the person, nor a record of another kind that is nobody's own", async () => {
    const grant = grantFor("POLICE_MUENSTER", "OWN_RECORD", ["CONVICTION", "CONDUCT_FACTS"]);
    const { persons } = await world.tell(grant, "convictions { id } conductFacts { key }", shared);
    expect(persons).toEqual([{ convictions: null, conductFacts: null }]);
  });
});

describe("Investigations and custody", () => {
  const categories = ["INVESTIGATION", "INVESTIGATION_DETAIL", "CUSTODY", "WAIVER_456A"];
  const selection = "investigations { id fileRef } custody { from waiver456a prison { id } }";
  const held = { from: "2026-01-10", waiver456a: "NONE", prison: { id: "JVA_R6636" } };

  test.each([
    ["STA_R2700S", [1], held],
    ["STA_R2400S", [2, 3], null],
  ])(
    "%s reads the investigations %j that it conducts, and the custody that it enforces",
    async (office, numbers, own) => {
      const { persons } = await world.tell(grantFor(office, "OWN_RECORD", categories), selection, shared);
      const ids = numbers.map((number) => `IV-${shared}-${number}`);
      expect(persons).toEqual([{ investigations: ids.map((id) => ({ id, fileRef: `Js ${id}` })), custody: own }]);
    },
  );

  test.each([
    ["JVA_R6636", held],
    ["JVA_R8080", null],
  ])("%s reads its own custody, not that of the other prison", async (office, own) => {
    const grant = grantFor(office, "OWN_RECORD", ["CUSTODY", "WAIVER_456A"]);
    const { persons } = await world.tell(grant, "custody { from waiver456a prison { id } }", shared);
    expect(persons).toEqual([{ custody: own }]);
  });

  test("A detail that only an own record opens is null on the others, and stands in no provenance", async () => {
    const base = grantFor("STA_R2700S", "OWN_INVESTIGATION", ["INVESTIGATION"]);
    const detail = { category: "INVESTIGATION_DETAIL", action: "SEE" as const, when: ["OWN_RECORD"], unless: [] };
    const grant = { ...base, entries: [...base.entries, detail] };
    const { persons } = await world.tell(grant, "investigations { fileRef provenance { sourceFileRef } }", shared);
    const file = (fileRef: string | null) => ({ fileRef, provenance: { sourceFileRef: null } });
    expect(persons[0].investigations).toEqual([file(`Js IV-${shared}-1`), file(null), file(null)]);
  });
});

describe("SQL and the facts of a row", () => {
  const offices = ["POLICE_MUENSTER", "STA_R2400S", "STA_R2700S", "JVA_R6636", "RRK_MUENSTER"];
  const ties = [["OWN_RECORD"], ["OWN_FINDING"], ["OWN_CASE", "OWN_RECORD"], ["OWN_INVESTIGATION"], ["ANY"]];
  const cases = [null, `OWN_FINDING ${shared}`];

  test.each(Object.entries(recordTypes))(
    "agree on who may read which %s, for every office, tie and stated case",
    async (_, type) => {
      const { owner } = world.store;
      const rows = (await owner.select().from(type.table as PgTable)) as { factId: string; personRef: string }[];
      let read = 0;
      for (const office of offices)
        for (const when of ties)
          for (const caseRef of cases)
            for (const unless of [[], ["DISCLOSURE_DEFERRED"]]) {
              const grant = grantView(
                aGrant(office, grantEntries("SEE", ["CUSTODY"], when, unless), { caseRef, person: null }),
              );
              const bySql = await owner
                .select({ factId: type.table.factId })
                .from(type.table as PgTable)
                .where(recordPredicate(grant, "CUSTODY", type));
              const facts = await personRelationFacts(
                owner,
                grant,
                rows.map(({ personRef }) => personRef),
              );
              const byFacts = rows.filter((row, index) =>
                permits(
                  grant.reading("CUSTODY"),
                  factsOfRecord(type, row, office, facts[index]?.facts ?? new Set()).all,
                ),
              );
              expect(bySql.map(({ factId }) => factId).sort()).toEqual(byFacts.map(({ factId }) => factId).sort());
              read += byFacts.length;
            }
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThan(rows.length * offices.length * ties.length * cases.length * 2);
    },
  );
});

test("A resolver that forgets the grant gives out no record of another office: the shell judges each by itself", async () => {
  const { Person } = criminalRecords.resolvers;
  const careless = async (_: unknown, _args: unknown, { database }: SubgraphContext) =>
    database.select().from(policeFinding);
  const resolvers = { ...criminalRecords.resolvers, Person: { ...Person, policeFindings: careless } };
  const other = await openRecordsWorld({ ...criminalRecords, resolvers });
  await giveRelation(other.store.owner, "POLICE_MUENSTER", "OWN_FINDING", shared);
  for (const [number, sourceOffice] of ["POLICE_KOELN", "POLICE_MUENSTER", "LKA_NRW"].entries()) {
    const fact = { ...givenFact(shared, `PF-${number}`, "2026-01-10"), sourceOffice, label };
    await other.store.owner.insert(policeFinding).values({ ...fact, findingKind: "OTHER" });
  }
  const grant = grantFor("POLICE_MUENSTER", "OWN_RECORD", ["POLICE_FINDING"]);
  const { persons } = await other.tell(grant, "policeFindings { provenance { factId } }", shared);
  expect(persons).toEqual([{ policeFindings: [{ provenance: { factId: "PF-1" } }] }]);
  await other.close();
});

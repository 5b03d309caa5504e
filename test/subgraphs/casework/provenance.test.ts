import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GrantClaims } from "../../../schema/grant.ts";
import { today } from "../today.ts";
import { aCase, anAdmittedCase } from "./aCase.ts";
import { aPerson } from "./aPerson.ts";
import { askers } from "./askers.ts";
import { type CaseworkWorld, openCaseworkWorld } from "./caseworkWorld.ts";
import { mutate } from "./mutate.ts";

let world: CaseworkWorld;

beforeAll(async () => {
  world = await openCaseworkWorld();
  await world.populate(
    aPerson("P-ADMITTED", anAdmittedCase("FM-2026-0001", { consent: "REFUSED" })),
    aPerson("P-PROPOSED", aCase("FM-2026-0002")),
    aPerson("P-CHECKED", aCase("FM-2026-0004", { state: "CHECKED" })),
    aPerson("P-REJECTED", aCase("FM-2026-0003", { state: "REJECTED", closedOn: "2026-04-20" })),
    ...Array.from({ length: 5 }, (_, index) => aPerson(`P-${index}`, anAdmittedCase(`FM-2026-${1000 + index}`))),
  );
  await world.relate("POLICE_MUENSTER", "P-REPORTED", "OWN_FINDING", "P 1/26");
});
afterAll(() => world.close());

const provenance = `provenance { factId version sourceOffice { id } sourceFileRef eventDate recordedAt lastChangedAt deleteBy label
  kind evidenceHolder { id } subjectCategory restricted legalBasis }`;
const parts = ["history", "admissionDecisions", "conferences", "measures", "consents", "deadlines"] as const;

interface Told {
  readonly factId: string;
  readonly version: number;
  readonly sourceOffice: { readonly id: string };
  readonly [field: string]: unknown;
}

/** The provenance of a case and of everything in it. */
async function told(caseRef: string, asker: GrantClaims = askers.rrkMuenster) {
  const query = `{ case(caseRef: "${caseRef}") { ${provenance} ${parts.map((part) => `${part} { ${provenance} }`).join(" ")} } }`;
  const { data } = await world.ask(asker, query);
  const found = data?.case as { provenance: Told } & Record<(typeof parts)[number], { provenance: Told }[]>;
  const of = (part: (typeof parts)[number]) => found[part].map((each) => each.provenance);
  return { case: found.provenance, of, all: [found.provenance, ...parts.flatMap(of)] };
}

/** What a fact of a case says of its origin on its first day, of which the day is today. */
const fromToday = (office: string, caseRef: string) => ({
  version: 1,
  sourceOffice: { id: office },
  sourceFileRef: caseRef,
  eventDate: today,
  deleteBy: null,
  label: null,
  kind: "FACT",
  evidenceHolder: null,
  subjectCategory: "OTHER",
  restricted: false,
});

describe("In synthetic cases", () => {
  test("every fact of every part tells its source, file, day, basis and kind, and no two are the same fact", async () => {
    const cases = await Promise.all(
      ["FM-2026-0001", ...[0, 1, 2, 3, 4].map((index) => `FM-2026-${1000 + index}`)].map((ref) => told(ref)),
    );
    for (const part of parts) expect(cases.some(({ of }) => of(part).length > 0)).toBe(true);
    const all = cases.flatMap((each) => each.all);
    for (const fact of all) {
      expect(fact).toEqual({
        ...fromToday(
          expect.stringMatching(/^(RRK_MUENSTER|ABH_05554|STA_R2700S)$/) as unknown as string,
          expect.stringMatching(/^FM-2026-/) as unknown as string,
        ),
        factId: expect.stringMatching(/^(CS|CE|AD|CC|M|PC|DL)-[0-9A-Z]{16}$/),
        version: expect.any(Number),
        eventDate: expect.stringMatching(/^2026-\d\d-\d\d$/),
        recordedAt: expect.any(String),
        lastChangedAt: expect.any(String),
        legalBasis: expect.stringContaining("AufenthG"),
      });
      expect(String(fact.eventDate) <= today).toBe(true);
    }
    expect(new Set(all.map(({ factId }) => factId)).size).toBe(all.length);
  });

  test("an answered request for consent is a second version, of the office that answered", async () => {
    const { of } = await told("FM-2026-0001");
    expect(of("consents")).toMatchObject([
      { version: 2, sourceOffice: { id: "STA_R2700S" }, legalBasis: "§ 72 (4) AufenthG" },
    ]);
  });

  test("an admitted case is a third version of the RRK that admitted it, a proposed one the first of the office that proposed it", async () => {
    expect((await told("FM-2026-0001")).case).toMatchObject({
      version: 3,
      sourceOffice: { id: "RRK_MUENSTER" },
      eventDate: "2026-04-01",
    });
    expect((await told("FM-2026-0002")).case).toMatchObject({
      version: 1,
      sourceOffice: { id: "ABH_05554" },
      eventDate: "2026-03-02",
    });
  });

  test("the facts of a rejected case are due for deletion with its relations, those of an open one not yet", async () => {
    const rejected = await told("FM-2026-0003", { ...askers.rrkMuenster, date: "2026-05-20" });
    expect(rejected.all.map(({ deleteBy }) => deleteBy)).toEqual(rejected.all.map(() => "2026-05-20"));
    expect(rejected.of("history")).toHaveLength(3);
    expect((await told("FM-2026-0002")).all.every(({ deleteBy }) => deleteBy === null)).toBe(true);
  });
});

test("What was due for deletion on 20 May reads as gone on 21 May, even to whom its relation has no end", async () => {
  const lasting = { ...askers.rrkMuenster, office: "RRK_KOELN", holder: "RRK_KOELN" };
  await world.relate("RRK_KOELN", "P-REJECTED", "OWN_CASE", "FM-2026-0003");
  const query = `{ case(caseRef: "FM-2026-0003") { state } cases { totalCount }
    _entities(representations: [{ __typename: "Case", caseRef: "FM-2026-0003" }, { __typename: "Person", personRef: "P-REJECTED" }]) {
      ... on Case { state history { kind } admissionDecisions { outcome } } ... on Person { cases { caseRef } } } }`;
  const on = async (date: string) => (await world.ask({ ...lasting, date }, query)).data;
  expect(await on("2026-05-20")).toMatchObject({
    case: { state: "REJECTED" },
    cases: { totalCount: 1 },
    _entities: [{ history: Array(3).fill({}), admissionDecisions: [{ outcome: "REJECT" }] }, { cases: [{}] }],
  });
  expect(await on("2026-05-21")).toEqual({
    case: null,
    cases: { totalCount: 0 },
    _entities: [{ state: null, history: [], admissionDecisions: [] }, { cases: [] }],
  });
});

describe("On 15 June 2026", () => {
  test("a measure is a fact of the office that added it, not of the one that carries it out", async () => {
    const input = { caseRef: "FM-2026-0001", kind: "HEARING", office: "POLICE_MUENSTER", dueOn: "2026-07-01" };
    await mutate(world, askers.rrkMuenster, "addMeasure", input);
    const { of } = await told("FM-2026-0001");
    const expected = { ...fromToday("RRK_MUENSTER", "FM-2026-0001"), legalBasis: "§ 86 AufenthG" };
    expect(of("measures").at(-1)).toMatchObject(expected);
    expect(of("history").at(-1)).toMatchObject(expected);
  });

  test("a request for consent is a fact of the RRK, its answer the next version of the same fact by the prosecutor's office", async () => {
    const caseRef = "FM-2026-1000";
    const input = { caseRef, office: "STA_R2700S", plannedMeasure: "EXPULSION_ORDER" };
    await mutate(world, askers.rrkMuenster, "requestConsent", input);
    const asked = (await told(caseRef)).of("consents").at(-1);
    expect(asked).toMatchObject({ ...fromToday("RRK_MUENSTER", caseRef), legalBasis: "§ 72 (4) AufenthG" });
    await mutate(world, askers.staMuenster, "answerConsent", { caseRef, answer: "GIVEN" });
    const answered = (await told(caseRef)).of("consents").at(-1);
    expect(answered).toMatchObject({ ...fromToday("STA_R2700S", caseRef), version: 2 });
    expect(answered?.factId).toBe(asked?.factId);
    expect(answered?.recordedAt).toBe(asked?.recordedAt);
    expect(String(answered?.lastChangedAt) > String(asked?.lastChangedAt)).toBe(true);
  });

  test("a rejection is a fact of the RRK and the next version of the case; all facts of the case are kept 30 days more", async () => {
    const caseRef = "FM-2026-0004";
    const input = { caseRef, outcome: "REJECT", reason: "Nach Prüfung der Akten im Einzelfall entschieden." };
    await mutate(world, askers.rrkMuenster, "decideAdmission", input);
    const rejected = await told(caseRef);
    const byRrk = { ...fromToday("RRK_MUENSTER", caseRef), deleteBy: "2026-07-15" };
    expect(rejected.case).toMatchObject({ ...byRrk, version: 3 });
    expect(rejected.of("admissionDecisions")).toMatchObject([{ ...byRrk, legalBasis: "§ 86 AufenthG, § 39 VwVfG" }]);
    expect(rejected.all.map(({ deleteBy }) => deleteBy)).toEqual(rejected.all.map(() => "2026-07-15"));
  });

  test("a case that the police propose is police data, with their label, until the RRK has checked it", async () => {
    const asker = { ...askers.lka, office: "POLICE_MUENSTER", holder: "POLICE_MUENSTER" };
    const reason = "Wiederholt auffällig geworden, Abstimmung erforderlich.";
    const input = { personRef: "P-REPORTED", ground: "OFFENCES", reason };
    const { caseRef } = await mutate(world, asker, "proposeCase", input);
    const label = expect.stringContaining("§ 22b PolG NRW");
    const proposed = await told(caseRef ?? "");
    expect(proposed.all).toMatchObject(Array(2).fill({ sourceOffice: { id: "POLICE_MUENSTER" }, label }));
    const present = ["IDENTITY", "RESIDENCE_STATUS", "COMPETENCE", "GROUND_DOCUMENTED"];
    await mutate(world, askers.rrkMuenster, "checkProposal", { caseRef, present });
    expect((await told(caseRef ?? "")).case).toMatchObject({
      version: 2,
      sourceOffice: { id: "RRK_MUENSTER" },
      label: null,
    });
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GrantClaims } from "../../../schema/grant.ts";
import { catalogueAct } from "../../../subgraphs/scoring/tables.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";
import { askers } from "./askers.ts";
import { personReference, sealQuery } from "./personReference.ts";
import { openScoringWorld, type ScoringWorld } from "./scoringWorld.ts";
import { worklistFacts } from "./worklistFacts.ts";
import { worklistPage } from "./worklistPage.ts";

const powers = (...writes: string[]) => [
  ...grantEntries("WRITE", writes, ["ANY"]),
  ...grantEntries("SEE", ["CATALOGUE"], ["ANY"]),
];
const supervision = aGrant("MKJFGFI", powers("CATALOGUE_SUSPENSION", "CATALOGUE_RESUMPTION"), { role: "SUPERVISOR" });
const lead = aGrant("RRK_MUENSTER", powers("CATALOGUE_SUSPENSION"), { role: "LEAD" });

const reason = "Die Stichprobe zeigt einen Fehler in Kriterium C-A5.";
const acts = "version suspended acts { act on recordedAt office { id } reason legalBasis }";

let world: ScoringWorld;
beforeAll(async () => {
  world = await openScoringWorld();
  await world.relate(
    { caseRef: "FM-2026-0001", personRef: "P-1" },
    { caseRef: "FM-2026-0002", personRef: "P-2" },
    { caseRef: "FM-2026-0003", personRef: "P-3" },
  );
  await world.keep("FM-2026-0001", "P-1", "2026-06-10", worklistFacts.PRIORITY);
  await world.keep("FM-2026-0002", "P-2", "2026-06-01", worklistFacts.REGULAR);
});
afterAll(() => world.close());

const act = (name: "suspendCatalogue" | "resumeCatalogue", grant: GrantClaims, input = {}) =>
  world.ask(grant, `mutation ($input: CatalogueActInput!) { ${name}(input: $input) { catalogue { ${acts} } } }`, {
    input: { version: "demo-1", reason, ...input },
  });
const assess = (date: string) =>
  world.ask({ ...askers.rrkMuenster, date }, sealQuery, { references: [personReference("P-1")] });
const keep = (seal: string) =>
  world.ask(
    askers.rrkMuenster,
    "mutation ($input: RecordAssessmentInput!) { recordAssessment(input: $input) { recordedAssessment { id stale } } }",
    { input: { caseRef: "FM-2026-0001", seal } },
  );
const staleOf = async (date: string) => {
  const { data } = await world.ask(
    { ...askers.rrkMuenster, date },
    `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Case { recordedAssessments { recordedOn stale } } } }`,
    { references: [{ __typename: "Case", caseRef: "FM-2026-0001" }] },
  );
  return data._entities[0].recordedAssessments;
};

describe("Before anybody suspends", () => {
  test.each([
    ["a version that is not held", { version: "demo-99" }, "NOT_FOUND"],
    ["a reason of nine characters", { reason: "zu knapp." }, "INVALID_INPUT"],
  ])("%s is refused", async (_, input, code) => {
    const { errors } = await act("suspendCatalogue", supervision, input);
    expect(errors).toMatchObject([{ extensions: { code } }]);
  });

  test("there is nothing to resume", async () => {
    expect((await act("resumeCatalogue", supervision)).errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
  });

  test("a grant that names nobody puts nothing on record", async () => {
    const { errors } = await act("suspendCatalogue", { ...supervision, person: null });
    expect(errors).toMatchObject([{ extensions: { code: "FIELD_NOT_GRANTED" } }]);
    expect(await world.database.$count(catalogueAct)).toBe(0);
  });
});

describe("On 15 June 2026 the lead of RRK Münster suspends demo-1", () => {
  let seal: string;
  beforeAll(async () => {
    seal = (await assess("2026-06-15")).data._entities[0].assessment.seal;
    expect((await worklistPage(world, {})).entries.map(({ group }) => group)).toEqual([
      "PRIORITY",
      "REGULAR",
      "NOT_YET_ASSESSED",
    ]);
    const { data, errors } = await act("suspendCatalogue", lead);
    expect(errors).toBeUndefined();
    expect(data.suspendCatalogue.catalogue).toMatchObject({
      version: "demo-1",
      suspended: true,
      acts: [
        {
          act: "SUSPENDED",
          on: "2026-06-15",
          office: { id: "RRK_MUENSTER" },
          reason,
          legalBasis: "Art. 24 (1) GDPR, § 13 LOG NRW",
        },
      ],
    });
  });

  const suspended = {
    message:
      "Scoring with this catalogue is suspended since 2026-06-15. Its acts say why (catalogue). Work by date (worklistByDate).",
    extensions: { code: "CONFLICT" },
  };

  test("nobody is assessed any more, and is told since when and where the reason stands", async () => {
    const { data, errors } = await assess("2026-06-15");
    expect(data._entities).toEqual([{ personRef: "P-1", assessment: null }]);
    expect(errors).toMatchObject([suspended]);
  });

  test("what was assessed a moment before is not kept", async () => {
    expect((await keep(seal)).errors).toMatchObject([suspended]);
  });

  test("the worklist falls back to dates, and no band orders it", async () => {
    expect((await worklistPage(world, {})).entries).toEqual([
      { group: "STALE", date: "2026-06-01", caseRef: "FM-2026-0002" },
      { group: "STALE", date: "2026-06-10", caseRef: "FM-2026-0001" },
      { group: "NOT_YET_ASSESSED", date: "2026-03-02", caseRef: "FM-2026-0003" },
    ]);
  });

  test("what is in the file stays there, and reads as stale; the day before it did not", async () => {
    expect(await staleOf("2026-06-15")).toEqual([{ recordedOn: "2026-06-10", stale: true }]);
    expect(await staleOf("2026-06-14")).toEqual([{ recordedOn: "2026-06-10", stale: false }]);
  });

  test("a question of the day before is answered as it was then", async () => {
    expect((await assess("2026-06-14")).errors).toBeUndefined();
  });

  test("the same again, because the reply was lost, is on record once; another reason is told that it stands", async () => {
    expect((await act("suspendCatalogue", lead)).errors).toBeUndefined();
    const { errors } = await act("suspendCatalogue", lead, { reason: "Ein anderer Grund." });
    expect(errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
    expect(await world.database.$count(catalogueAct)).toBe(1);
  });

  test("the lead cannot let it go on; supervision can, and both acts stay on record", async () => {
    expect((await act("resumeCatalogue", lead)).errors).toMatchObject([{ extensions: { code: "FIELD_NOT_GRANTED" } }]);
    const { data, errors } = await act("resumeCatalogue", supervision, { reason: "Der Fehler ist behoben." });
    expect(errors).toBeUndefined();
    expect(data.resumeCatalogue.catalogue).toMatchObject({
      suspended: false,
      acts: [
        { act: "RESUMED", office: { id: "MKJFGFI" }, reason: "Der Fehler ist behoben." },
        { act: "SUSPENDED", office: { id: "RRK_MUENSTER" }, reason },
      ],
    });
  });

  test("then scoring, the file and the list are as they were", async () => {
    expect((await keep(seal)).data.recordAssessment.recordedAssessment).toMatchObject({ stale: false });
    expect((await worklistPage(world, {})).entries.map(({ group }) => group)).toEqual([
      "REGULAR",
      "NO_PROPOSAL",
      "NOT_YET_ASSESSED",
    ]);
  });
});

import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GrantClaims } from "../../../schema/grant.ts";
import { readEvaluationKey } from "../../../subgraphs/scoring/readEvaluationKey.ts";
import { isDrawn } from "../../../subgraphs/scoring/secondRating/isDrawn.ts";
import { blindRating } from "../../../subgraphs/scoring/tables.ts";
import { casePart, relation } from "../../../subgraphs/shell/tables.ts";
import { today } from "../today.ts";
import { askers } from "./askers.ts";
import { personReference, sealQuery } from "./personReference.ts";
import { openScoringWorld, type ScoringWorld } from "./scoringWorld.ts";

const key = "0f".repeat(32);
/** Drawn under this key, and not. */
const [drawn, notDrawn] = ["FM-2026-0010", "FM-2026-0001"];
const reason = "Nach den Akten bewertet.";

let world: ScoringWorld;
beforeAll(async () => {
  world = await openScoringWorld();
  await readEvaluationKey(world.database, key);
  await world.relate({ caseRef: drawn, personRef: "P-DRAWN" }, { caseRef: notDrawn, personRef: "P-OTHER" });
  await keep(drawn, "P-DRAWN");
  await keep(notDrawn, "P-OTHER");
});
afterAll(() => world.close());

async function keep(caseRef: string, personRef: string, grant: GrantClaims = askers.rrkMuenster) {
  const { data } = await world.ask(grant, sealQuery, { references: [personReference(personRef)] });
  const { errors } = await world.ask(
    grant,
    "mutation ($input: RecordAssessmentInput!) { recordAssessment(input: $input) { dataSubject } }",
    { input: { caseRef, seal: data._entities[0].assessment.seal } },
  );
  expect(errors).toBeUndefined();
}

const tiesTo = (caseRef: string) =>
  world.database
    .select({ office: relation.office, since: relation.since, until: relation.until })
    .from(relation)
    .where(and(eq(relation.caseRef, caseRef), eq(relation.kind, "SECOND_RATING")));
const rate = (changes: object, grant: GrantClaims = askers.secondRater) =>
  world.ask(
    grant,
    `mutation ($input: RecordBlindRatingInput!) { recordBlindRating(input: $input) {
      relationFacts dataSubject blindRating { band reason ratedOn provenance { kind sourceOffice { id } } } } }`,
    { input: { caseRef: drawn, band: "REGULAR", reason, ...changes } },
  );
const list = async (grant: GrantClaims = askers.secondRater) => {
  const { data, errors } = await world.ask(
    grant,
    "{ worklistByDate { totalCount edges { node { date case { caseRef } } } } }",
  );
  expect(errors).toBeUndefined();
  return data.worklistByDate.edges.map(({ node }: { node: { date: string; case: { caseRef: string } } }) => [
    node.date,
    node.case.caseRef,
  ]);
};

describe("The draw for a second rating", () => {
  test("takes about a quarter, by case and key alone", () => {
    const refs = Array.from({ length: 4000 }, (_, at) => `FM-2026-${at}`);
    const share = refs.filter((ref) => isDrawn(key, ref)).length / refs.length;
    expect(share).toBeGreaterThan(0.22);
    expect(share).toBeLessThan(0.28);
    expect(refs.filter((ref) => isDrawn(key, ref))).not.toEqual(refs.filter((ref) => isDrawn("0e".repeat(32), ref)));
  });

  test("ties the office to the case with its first assessment, for as long as that may be used", async () => {
    expect(await tiesTo(drawn)).toEqual([{ office: "RRK_MUENSTER", since: today, until: "2026-09-13" }]);
    expect(await tiesTo(notDrawn)).toEqual([]);
  });

  test("is made once: a later assessment draws no second time", async () => {
    await keep(drawn, "P-DRAWN", { ...askers.rrkMuenster, date: "2026-06-20" });
    expect(await tiesTo(drawn)).toHaveLength(1);
  });
});

const notBlind = "You know the first assessment of this case or had a part in it. Leave it to another rater.";

describe("A second rater of RRK Münster", () => {
  test("lists the drawn case by the day of the draw, where the office's own list has the day of arrival", async () => {
    expect(await list()).toEqual([[today, drawn]]);
    expect(await list(askers.rrkMuenster)).toEqual([
      ["2026-03-02", notDrawn],
      ["2026-03-02", drawn],
    ]);
    // The page and the total.
    expect(await world.statementsOf(() => list())).toBe(2);
  });

  test("on 14 September, when the first assessment has expired, lists nothing", async () => {
    expect(await list({ ...askers.secondRater, date: "2026-09-13" })).toHaveLength(1);
    expect(await list({ ...askers.secondRater, date: "2026-09-14" })).toEqual([]);
  });

  test.each(["recordedAssessments { assessment { band } }", "recordedAssessments { id }"])(
    "may not ask for %s",
    async (field) => {
      const { errors } = await world.ask(
        askers.secondRater,
        `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Case { ${field} } } }`,
        { references: [{ __typename: "Case", caseRef: drawn }] },
      );
      expect(errors?.[0]?.extensions).toEqual({ code: "FIELD_NOT_GRANTED" });
    },
  );

  test.each([
    ["a case that was not drawn", { caseRef: notDrawn }, "NOT_FOUND"],
    ["a case that does not exist", { caseRef: "FM-2026-9999" }, "NOT_FOUND"],
    ["a reason of nine characters", { reason: "zu kurz!!" }, "INVALID_INPUT"],
    ["a reason that cannot be stored", { reason: "Begründung\u0000Begründung" }, "INVALID_INPUT"],
  ])("keeps nothing for %s", async (_, changes, code) => {
    expect((await rate(changes)).errors?.[0]?.extensions?.code).toBe(code);
    expect(await world.database.$count(blindRating)).toBe(0);
  });

  test("who kept the first assessment is not blind, and rates nothing", async () => {
    const { errors } = await rate({}, { ...askers.secondRater, person: askers.rrkMuenster.person });
    expect(errors?.[0]?.extensions).toEqual({ code: "CONFLICT" });
    expect(await world.database.$count(blindRating)).toBe(0);
  });

  test.each(["ESTIMATED", "OPENED_SCORE", "KEPT_ASSESSMENT", "DECIDED"] as const)(
    "nor does whoever had the part %s in the case, whatever the token says; the part in another case counts for nothing",
    async (part) => {
      const person = `RRK_MUENSTER-${part}`;
      await world.database.insert(casePart).values({ caseRef: drawn, person, part });
      const { errors } = await rate({}, { ...askers.secondRater, person });
      expect(errors).toMatchObject([{ message: notBlind, extensions: { code: "CONFLICT" } }]);
      expect(await world.database.$count(blindRating)).toBe(0);
    },
  );

  // One person, two tokens: as a caseworker the score is opened, as a second rater it would be rated "blind".
  test.each([
    ["the person's assessment", sealQuery, { references: [personReference("P-DRAWN")] }],
    [
      "what is kept for the case",
      "query ($references: [_Any!]!) { _entities(representations: $references) { ... on Case { recordedAssessments { recordedOn } } } }",
      { references: [{ __typename: "Case", caseRef: drawn }] },
    ],
    ["the worklist, whose order tells the band", "{ worklist { edges { node { group } } } }", {}],
  ])("nor does whoever opened %s by a caseworker's token before", async (_, query, variables) => {
    const person = `RRK_MUENSTER-${query.length}`;
    expect((await rate({ reason: "-" }, { ...askers.secondRater, person })).errors?.[0]?.extensions?.code).toBe(
      "INVALID_INPUT",
    );
    expect((await world.ask({ ...askers.rrkMuenster, person }, query, variables)).errors).toBeUndefined();
    expect((await rate({}, { ...askers.secondRater, person })).errors).toMatchObject([{ message: notBlind }]);
  });

  test("keeps a rating and reads it as a confirmation; the case leaves the list and the tie ends that day", async () => {
    const { data, errors } = await rate({});
    expect(errors).toBeUndefined();
    expect(data.recordBlindRating).toEqual({
      relationFacts: ["OWN_CASE", "SECOND_RATING"],
      dataSubject: "P-DRAWN",
      blindRating: {
        band: "REGULAR",
        reason,
        ratedOn: today,
        provenance: { kind: "ASSESSMENT", sourceOffice: { id: "RRK_MUENSTER" } },
      },
    });
    expect(await list()).toEqual([]);
    expect(await tiesTo(drawn)).toEqual([{ office: "RRK_MUENSTER", since: today, until: today }]);
  });

  test("which the same again repeats, another does not replace, and the next day is closed", async () => {
    expect((await rate({})).errors).toBeUndefined();
    expect((await rate({ band: "PRIORITY" })).errors?.[0]?.extensions).toEqual({ code: "CONFLICT" });
    const tomorrow = { ...askers.secondRater, date: "2026-06-16" };
    expect((await rate({}, tomorrow)).errors?.[0]?.extensions).toEqual({ code: "NOT_FOUND" });
    expect(await world.database.select({ band: blindRating.band }).from(blindRating)).toEqual([{ band: "REGULAR" }]);
  });

  test("and keeps no assessment and gives no estimate of that case afterwards, by a caseworker's token", async () => {
    const { person } = askers.secondRater;
    const asCaseworker = { ...askers.rrkMuenster, person };
    const estimate = await world.ask(
      asCaseworker,
      "mutation ($input: RecordOwnEstimateInput!) { recordOwnEstimate(input: $input) { case { caseRef } } }",
      { input: { caseRef: drawn, band: "REGULAR", reason } },
    );
    const { data } = await world.ask(asCaseworker, sealQuery, { references: [personReference("P-DRAWN")] });
    const kept = await world.ask(
      asCaseworker,
      "mutation ($input: RecordAssessmentInput!) { recordAssessment(input: $input) { dataSubject } }",
      { input: { caseRef: drawn, seal: data._entities[0].assessment.seal } },
    );
    const message = "You rated this case blind. Leave this step to another person.";
    for (const { errors } of [estimate, kept])
      expect(errors).toMatchObject([{ message, extensions: { code: "CONFLICT" } }]);
  });
});

test("The evaluation reads the blind band beside the assessment that it stands beside, and no other", async () => {
  const { data } = await world.ask(
    { ...askers.evaluation, date: "2026-06-20" },
    "{ evaluationRecords { edges { node { band blindBands } } } }",
  );
  const bands = data.evaluationRecords.edges.map(({ node }: { node: { blindBands: string[] } }) => node.blindBands);
  expect(bands.toSorted()).toEqual([[], [], ["REGULAR"]]);
});

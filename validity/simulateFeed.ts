import type { Faker } from "@faker-js/faker";
import { comparisonGroups } from "../schema/comparisonGroups.ts";
import { decisionGrounds } from "../schema/decisionGrounds.ts";
import { seededFaker } from "../subgraphs/population/seededFaker.ts";
import { catalogues } from "../subgraphs/scoring/catalogue/catalogues.ts";
import { assess } from "../subgraphs/scoring/engine/assess.ts";
import { type ReducedFactKey, reducedFacts } from "../subgraphs/scoring/reducedFacts.ts";
import { addDays } from "../subgraphs/shell/calendar/addDays.ts";
import { bandScale, isProposing } from "./bandScale.ts";
import type { FedAssessment, FedDecision, FedMember, FedRating, Feed } from "./Feed.ts";

/** What is planted, so that it can be seen whether the report finds it. All of it invented. */
export interface Planted {
  /** Share of raters who give the band that IRIS gave; the others give any. */
  readonly agreeing: number;
  /** Share of decisions that go the way of the band. */
  readonly following: number;
  /** Region whose states issue no documents: B2 gives nobody of it a point; null for none. */
  readonly withoutDocuments: string | null;
}

const planted: Planted = { agreeing: 0.7, following: 0.8, withoutDocuments: "AFRICA" };
const shares = { blind: 0.25, own: 0.1, decided: 0.6, unknown: 0.02 } as const;

/**
 * A feed as the enclave might get it, of nobody: facts are drawn and assessed by the real engine; raters and deciders follow what is
 * planted. It shows what the report tells once enough is recorded, and whether it finds what is there.
 *
 * @param on date of the question; assessments are of the hundred days before
 */
export function simulateFeed(persons: number, seed: number, on: string, plan: Planted = planted): Feed {
  const faker = seededFaker(seed, "validity");
  const drawn = Array.from({ length: persons }, (_, index) => drawPerson(faker, index, on, plan));
  return {
    assessments: drawn.map(({ assessment }) => assessment),
    ratings: drawn.flatMap(({ ratings }) => ratings),
    decisions: drawn.flatMap(({ decision }) => (decision === null ? [] : [decision])),
    members: drawn.map(({ member }) => member),
  };
}

function drawPerson(faker: Faker, index: number, on: string, plan: Planted) {
  const [person, assessment, casePseudonym] = [`person ${index}`, `assessment ${index}`, `case ${index}`];
  const member = drawMember(faker, person);
  const madeOn = addDays(on, -faker.number.int({ min: 0, max: 100 }));
  const compiled = catalogues.inForce(madeOn);
  if (compiled === null) throw new Error(`No catalogue is in force on ${madeOn}.`);
  const facts = drawFacts(faker, member.origin === plan.withoutDocuments);
  const given = facts.map((fact) => ({ ...fact, asOf: null, references: [] }));
  const { state, band, axisA, axisB, contributions, catalogueVersion } = assess(given, madeOn, compiled);
  const made: FedAssessment = {
    person,
    assessment,
    casePseudonym,
    madeOn,
    catalogueVersion,
    state,
    band,
    axisA,
    axisB,
    contributions: contributions.map(({ criterion, points }) => ({ criterion, points })),
    facts,
    fromLatest: 1,
  };
  return {
    assessment: made,
    member,
    ratings: drawRatings(faker, made, plan),
    decision: drawDecision(faker, made, plan),
  };
}

function drawMember(faker: Faker, person: string): FedMember {
  const any = (groups: object) => faker.helpers.arrayElement(Object.keys(groups));
  const { UNDER_18: _, ...grown } = comparisonGroups.ages;
  return { person, sex: any(comparisonGroups.sexes), age: any(grown), origin: any(comparisonGroups.origins) };
}

function drawFacts(faker: Faker, isWithoutDocuments: boolean): FedAssessment["facts"] {
  const usual: Partial<Record<ReducedFactKey, string>> = {
    MINOR: "NO",
    LEGAL_REGIME: "THIRD_COUNTRY",
    PROTECTION: "NONE",
    REMOVAL_BAR: "NONE",
  };
  const drawn = Object.entries(reducedFacts).map(([key, classes]) => ({
    key,
    value:
      usual[key as ReducedFactKey] ??
      (classes === "WHOLE_NUMBER"
        ? String(faker.number.int({ min: 0, max: 4 }))
        : faker.helpers.arrayElement([...classes])),
  }));
  return drawn
    .map((fact) => (fact.key === "TRAVEL_DOCUMENT" && isWithoutDocuments ? { ...fact, value: "OPEN" } : fact))
    .filter(({ key }) => key in usual || !faker.datatype.boolean(shares.unknown));
}

function drawRatings(
  faker: Faker,
  { assessment, casePseudonym, band }: FedAssessment,
  { agreeing }: Planted,
): readonly FedRating[] {
  const kinds = (["BLIND_RATING", "OWN_ESTIMATE"] as const).filter((kind) =>
    faker.datatype.boolean(kind === "BLIND_RATING" ? shares.blind : shares.own),
  );
  return kinds.map((kind) => {
    const other = faker.helpers.arrayElement(bandScale);
    return { casePseudonym, assessment, kind, band: band !== null && faker.datatype.boolean(agreeing) ? band : other };
  });
}

function drawDecision(
  faker: Faker,
  { assessment, casePseudonym, band }: FedAssessment,
  { following }: Planted,
): FedDecision | null {
  if (band === null || !faker.datatype.boolean(shares.decided)) return null;
  const followsBand = faker.datatype.boolean(following);
  const outcome = isProposing(band) === followsBand ? "ADMIT" : "REJECT";
  return {
    casePseudonym,
    assessment,
    outcome,
    followsBand,
    grounds: [faker.helpers.arrayElement([...decisionGrounds.keys()])],
  };
}

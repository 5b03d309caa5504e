import type { Faker } from "@faker-js/faker";
import type { Blueprint, BlueprintCase } from "../../population/Blueprint.ts";
import { addDays } from "../../shell/calendar/addDays.ts";
import type { ReducedFact } from "../engine/ReducedFact.ts";
import { type ReducedFactKey, reducedFacts } from "../reducedFacts.ts";

/** Share of the facts that nobody has looked into yet. Invented. */
const unknownShare = 0.04;

/**
 * Reduced facts as they may have stood on an earlier date: what the blueprint settles follows it, the rest is drawn. The rooms
 * that own the facts are not read, so these name no fact behind them.
 */
export function drawReducedFacts(
  faker: Faker,
  blueprint: Blueprint,
  { consent }: BlueprintCase,
  date: string,
): readonly ReducedFact[] {
  const values = {
    ...legalFacts(faker, blueprint, date),
    ...conductFacts(faker, blueprint),
    ...caseFacts(faker, consent),
  };
  return Object.entries(values)
    .map(([key, value]) => ({
      key,
      value,
      asOf: addDays(date, -faker.number.int({ min: 5, max: 900 })),
      references: [],
    }))
    .filter(({ key }) => key === "MINOR" || key === "LEGAL_REGIME" || !faker.datatype.boolean(unknownShare));
}

function legalFacts(faker: Faker, blueprint: Blueprint, date: string): Partial<Record<ReducedFactKey, string>> {
  const { asylum, obligation, legalRegime, dateOfBirth } = blueprint;
  const pending = { FIRST_PENDING: "FIRST_APPLICATION", SUBSEQUENT_PENDING: "SUBSEQUENT_OR_INTERIM_RELIEF" } as const;
  return {
    MINOR: `${Number(dateOfBirth.slice(0, 4)) + 18}${dateOfBirth.slice(4)}` > date ? "YES" : "NO",
    LEGAL_REGIME: legalRegime,
    PROTECTION: asylum === "RECOGNISED" ? "RECOGNISED" : "NONE",
    REMOVAL_BAR: faker.datatype.boolean(0.04) ? "EXISTS" : "NONE",
    ENFORCEABILITY: obligation === "NONE" ? "NOT_ENFORCEABLE" : obligation,
    REMOVAL_THREAT: obligation.startsWith("ENFORCEABLE") ? "ENFORCEABLE" : anyOf(faker, "REMOVAL_THREAT"),
    TRAVEL_DOCUMENT: anyOf(faker, "TRAVEL_DOCUMENT"),
    TOLERATION_CLASS: obligation === "NONE" ? "NONE" : anyOf(faker, "TOLERATION_CLASS"),
    ASYLUM: asylum in pending ? pending[asylum as keyof typeof pending] : "NONE",
    INTEREST_TO_STAY: faker.datatype.boolean(0.7) ? "NONE" : anyOf(faker, "INTEREST_TO_STAY"),
    EVASION: faker.datatype.boolean(0.2) ? "DOCUMENTED" : "NONE",
  };
}

function conductFacts(faker: Faker, blueprint: Blueprint): Partial<Record<ReducedFactKey, string>> {
  const { conduct, custodyFrom, policeFileRef } = blueprint;
  const serious = conduct === "SERIOUS";
  const convicted = serious || conduct === "LIGHT";
  return {
    EXPULSION_INTEREST: serious
      ? faker.helpers.arrayElement(["SECTION_54_1", "SECTION_54_2"])
      : convicted
        ? faker.helpers.arrayElement(["SECTION_54_2_MINOR", "NONE"])
        : "NONE",
    FURTHER_CONVICTIONS: String(serious ? faker.number.int({ min: 0, max: 5 }) : 0),
    VIOLENCE_OR_WEAPON: serious && faker.datatype.boolean(0.6) ? "YES" : "NO",
    LATEST_OFFENCE: convicted ? faker.helpers.arrayElement(["WITHIN_12", "WITHIN_24", "WITHIN_60", "OLDER"]) : "NONE",
    REPEAT_OFFENDER_LISTING: policeFileRef !== null && faker.datatype.boolean(0.3) ? "CURRENT" : "NONE",
    OPEN_CHARGES: String(blueprint.prosecutionFileRef === null ? 0 : faker.number.int({ min: 0, max: 3 })),
    CUSTODY_PERSPECTIVE: custodyFrom === null ? "NONE" : anyOf(faker, "CUSTODY_PERSPECTIVE"),
  };
}

function caseFacts(faker: Faker, consent: BlueprintCase["consent"]): Partial<Record<ReducedFactKey, string>> {
  const states = {
    NOT_REQUIRED: "NOT_REQUIRED_OR_GIVEN",
    GIVEN: "NOT_REQUIRED_OR_GIVEN",
    REQUESTED: "PENDING",
    REFUSED: "REFUSED",
  };
  return {
    SOCIAL_CONDUCT: String(faker.datatype.boolean(0.8) ? 0 : faker.number.int({ min: 2, max: 6 })),
    ...(consent === "NONE" ? {} : { PROSECUTOR_CONSENT: states[consent] }),
  };
}

function anyOf(faker: Faker, key: ReducedFactKey): string {
  return faker.helpers.arrayElement([reducedFacts[key]].flat());
}

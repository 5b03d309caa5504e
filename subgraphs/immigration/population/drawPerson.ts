import { readFileSync } from "node:fs";
import type { Faker } from "@faker-js/faker";
import { parse } from "yaml";
import { z } from "zod";
import { familyNameKey } from "../familyNameKey.ts";
import { person } from "../tables.ts";
import type { Draft } from "./Draft.ts";
import { drawName } from "./drawName.ts";

const countries = z
  .strictObject({ union: z.array(z.string()), third: z.array(z.string()) })
  .parse(parse(readFileSync(new URL("citizenships.yaml", import.meta.url), "utf8")));

/** Voluntary entries. Evenly drawn, so that no distribution is imitated. */
const religions = [
  "alevitisch",
  "buddhistisch",
  "evangelisch",
  "hinduistisch",
  "jüdisch",
  "muslimisch",
  "orthodox",
  "römisch-katholisch",
];

/** Sexes of the list `geschlecht` with invented shares. */
const sexes = [
  { value: "m", weight: 60 },
  { value: "w", weight: 37 },
  { value: "x", weight: 2 },
  { value: "d", weight: 1 },
];

/**
 * The person's own row. All that a score must never look at comes from a room of its own, so that it is independent of conduct
 * and of every fact of residence law.
 */
export function drawPerson(draft: Draft): void {
  const { blueprint, filedOn } = draft;
  const random = blueprint.random("immigration.origin");
  const sex = random.helpers.weightedArrayElement(sexes);
  const name = drawName(random, sex === "w" ? "female" : "male");
  // Some persons bear one name alone. Those made by hand for the demonstration have both.
  const familyName = blueprint.showcase === null && chance(random, 0.005) ? null : name.familyName;
  draft.add(person, {
    ...draft.fact({ prefix: "PR", eventDate: filedOn, legalBasis: "§ 62 AufenthV" }),
    familyName,
    familyNameKey: familyNameKey(familyName),
    birthName: name.birthName,
    givenNames: name.givenNames,
    dateOfBirth: blueprint.dateOfBirth,
    placeOfBirth: random.location.city(),
    citizenships: citizenships(random, blueprint.legalRegime),
    sex,
    religion: chance(random, 0.3) ? random.helpers.arrayElement(religions) : null,
    // No register number begins with 9999: it would name a month 99.
    azrNumber: `9999${String(blueprint.index).padStart(8, "0")}`,
    competentAuthority: blueprint.competentAuthority,
    fileRef: blueprint.fileRef,
    regimeByCitizenship: blueprint.legalRegime === "UNION_CITIZEN_LOSS" ? "UNION_CITIZEN" : blueprint.legalRegime,
  });
}

function citizenships(random: Faker, regime: Draft["blueprint"]["legalRegime"]): string[] {
  if (regime === "GERMAN") return chance(random, 0.3) ? ["DEU", random.helpers.arrayElement(countries.third)] : ["DEU"];
  const first = random.helpers.arrayElement(regime === "THIRD_COUNTRY" ? countries.third : countries.union);
  const second = random.helpers.arrayElement(countries.third);
  return chance(random, 0.05) && second !== first ? [first, second] : [first];
}

function chance(random: Faker, probability: number): boolean {
  return random.datatype.boolean({ probability });
}

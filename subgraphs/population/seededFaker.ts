import { base, de, Faker, mergeLocales } from "@faker-js/faker";
import { seededRandomizer } from "./seededRandomizer.ts";

/** Merged once: a generator is made several times a person. */
const locale = mergeLocales([de, base]);

/** A generator (German locale) that depends on the keys alone: the same keys give the same values in the same order. */
export function seededFaker(...keys: readonly (string | number)[]): Faker {
  return new Faker({ locale, randomizer: seededRandomizer(keys.join("/")) });
}

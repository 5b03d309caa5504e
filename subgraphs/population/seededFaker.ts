import { base, de, Faker } from "@faker-js/faker";
import { seededRandomizer } from "./seededRandomizer.ts";

/** A generator (German locale) that depends on the keys alone: the same keys give the same values in the same order. */
export function seededFaker(...keys: readonly (string | number)[]): Faker {
  return new Faker({ locale: [de, base], randomizer: seededRandomizer(keys.join("/")) });
}

import type { Faker } from "@faker-js/faker";
import type { Shares } from "./shares.ts";

/** Draws a value by its share. */
export function pick<Value extends string>(faker: Faker, shares: Shares<Value>): Value {
  const weighted = (Object.entries(shares) as [Value, number][]).map(([value, weight]) => ({ value, weight }));
  return faker.helpers.weightedArrayElement(weighted.filter(({ weight }) => weight > 0));
}

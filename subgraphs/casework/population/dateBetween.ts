import type { Faker } from "@faker-js/faker";
import { addDays } from "../../shell/calendar/addDays.ts";

const dayMilliseconds = 86_400_000;

/** Draws a date from `from` to `to`, both inclusive; `from` where `to` lies before it. */
export function dateBetween(faker: Faker, from: string, to: string): string {
  const days = Math.max(0, (Date.parse(to) - Date.parse(from)) / dayMilliseconds);
  return addDays(from, faker.number.int({ min: 0, max: days }));
}

import type { Faker } from "@faker-js/faker";
import { addDays } from "../../shell/calendar/addDays.ts";
import { daysBetween } from "../../shell/calendar/daysBetween.ts";

/** Draws a date from `from` to `to`, both inclusive; `from` where `to` lies before it. */
export function dateBetween(faker: Faker, from: string, to: string): string {
  const days = Math.max(0, daysBetween(from, to));
  return addDays(from, faker.number.int({ min: 0, max: days }));
}

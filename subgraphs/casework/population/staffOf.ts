import type { Faker } from "@faker-js/faker";

const staffMax = 12;

/** Draws the staff id of somebody at an office, for example `RRK_MUENSTER-07`. */
export function staffOf(faker: Faker, office: string): string {
  return `${office}-${String(faker.number.int({ min: 1, max: staffMax })).padStart(2, "0")}`;
}

import { z } from "zod";
import { showcases } from "./showcases.ts";

/** Fewest persons: the showcase persons are part of every population. */
const personsMin = showcases.length;
const personsMax = 1_000_000;
const seedMax = 2_147_483_647;

/** Number of persons as a user writes it. */
export const personsText = wholeNumber(personsMin, personsMax);

/** Seed as a user writes it. */
export const seedText = wholeNumber(0, seedMax);

export const defaultPersons = 2000;
export const defaultSeed = 1;

function wholeNumber(min: number, max: number): z.ZodType<number, string> {
  const message = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,10}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message);
}

import { z } from "zod";

/** Fewest persons of whose use anything is told, or written down. */
export const usagePersonsMin = 5;

/** Days for which counters of usage are kept. */
export const usageDaysKept = 400;

/** Use of a field by a program under a contract, by `usagePersonsMin` persons or more. */
const usageCell = z.strictObject({
  contract: z.string(),
  coordinate: z.string(),
  client: z.string(),
  operations: z.int().positive(),
});

/** What one gateway counted on a day. */
export const usageFile = z.strictObject({
  day: z.iso.date(),
  cells: z.array(usageCell).readonly(),
});

export type UsageCell = z.infer<typeof usageCell>;
export type UsageFile = z.infer<typeof usageFile>;

/** Name of the file of a day and a gateway. */
export function usageFileName(day: string, instance: string): string {
  return `${day}.${instance}.json`;
}

/** Day that a file is of; null for any other file. */
export function usageDayOf(name: string): string | null {
  return /^(\d{4}-\d{2}-\d{2})\.[a-z0-9-]+\.json$/.exec(name)?.[1] ?? null;
}

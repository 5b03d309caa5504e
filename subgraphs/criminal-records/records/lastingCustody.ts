import type { Custody } from "./loadCustodies.ts";

/**
 * The custody that lasts on a date; null for none.
 *
 * @param custodies periods that began by that date, the latest first
 */
export function lastingCustody(custodies: readonly Custody[], date: string): Custody | null {
  return custodies.find(({ endedOn }) => endedOn === null || endedOn >= date) ?? null;
}

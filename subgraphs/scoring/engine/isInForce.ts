import type { Criterion } from "../catalogue/Catalogue.ts";

/** Whether a criterion counts on the date. */
export function isInForce({ since, until }: Criterion, date: string): boolean {
  return since <= date && (until === null || until >= date);
}

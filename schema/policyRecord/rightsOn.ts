import type { PolicyRecord, PolicyRight } from "./PolicyRecord.ts";

/** The rights that hold on a date of the question. */
export function rightsOn({ rights }: PolicyRecord, date: string): readonly PolicyRight[] {
  return rights.filter(({ since, until }) => (since === null || since <= date) && (until === null || date <= until));
}

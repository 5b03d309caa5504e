import { createHash } from "node:crypto";

/** Places of the mark, as many as an integer of the database has beside its sign. */
const places = 31;

/**
 * The mark that a person leaves on the bins of a cell: one place of 31. Several persons can share a place, so the number of marked places is never more than the number of
 * persons, and tells of nobody which place is theirs.
 *
 * @param cell RRK, kind of step and month; in another cell the same person has another place
 */
export function personBit(person: string, cell: string): number {
  const digest = createHash("sha256").update(`${cell}\n${person}`).digest();
  return 2 ** (digest.readUInt32BE() % places);
}

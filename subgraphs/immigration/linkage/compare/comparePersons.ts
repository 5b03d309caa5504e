import type { PreparedName } from "../names/PreparedName.ts";
import { compareDates } from "./compareDates.ts";
import { compareNames, type NameLevel } from "./compareNames.ts";
import { type Comparison, levels } from "./levels.ts";
import type { PreparedPerson } from "./PreparedPerson.ts";

type Pair = (one: PreparedName, other: PreparedName) => NameLevel;

/**
 * Compares two persons field by field. Of several family names (at birth, former) those that agree best count. Family and given names are
 * taken for swapped where they disagree as they stand and agree crosswise.
 *
 * @param compare how two names are compared: for many pairs, one that remembers
 */
export function comparePersons(one: PreparedPerson, other: PreparedPerson, compare: Pair = compareNames): Comparison {
  const family = best(one.familyNames, other.familyNames, compare);
  const given = best(listed(one.givenNames), listed(other.givenNames), compare);
  const rest = { birth: compareDates(one.dateOfBirth, other.dateOfBirth), place: place(one, other, compare) } as const;
  if (disagree(family) && disagree(given)) {
    const across = best(one.familyNames, listed(other.givenNames), compare);
    const back = best(listed(one.givenNames), other.familyNames, compare);
    if (agree(across) && agree(back)) return { ...rest, family: across, given: back, order: "SWAPPED" };
  }
  return { ...rest, family, given, order: "STRAIGHT" };
}

const rank: ReadonlyMap<NameLevel | "MISSING", number> = new Map(
  [...levels.family, "MISSING" as const].map((level, at) => [level, at]),
);

function best(ones: readonly PreparedName[], others: readonly PreparedName[], compare: Pair): NameLevel | "MISSING" {
  let found: NameLevel | "MISSING" = "MISSING";
  for (const one of ones) {
    for (const other of others) {
      const level = compare(one, other);
      if ((rank.get(level) ?? 0) < (rank.get(found) ?? 0)) found = level;
    }
  }
  return found;
}

function listed(name: PreparedName | null): readonly PreparedName[] {
  return name === null ? [] : [name];
}

function disagree(level: NameLevel | "MISSING"): boolean {
  return level === "DIFFERENT" || level === "ALIKE" || level === "MISSING";
}

function agree(level: NameLevel | "MISSING"): boolean {
  return !disagree(level);
}

function place(one: PreparedPerson, other: PreparedPerson, compare: Pair): Comparison["place"] {
  const level = best(listed(one.placeOfBirth), listed(other.placeOfBirth), compare);
  if (level === "MISSING" || level === "DIFFERENT") return level;
  return level === "EXACT" ? "EXACT" : level === "ALIKE" ? "DIFFERENT" : "CLOSE";
}

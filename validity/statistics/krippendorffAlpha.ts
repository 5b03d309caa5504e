/** Scale of the ratings: named classes, ranks, or numbers. */
export type Scale = "NOMINAL" | "ORDINAL" | "INTERVAL";

/**
 * Krippendorff's alpha: agreement of any number of raters, not all of whom need have rated every unit (Krippendorff 2011, "Computing
 * Krippendorff's Alpha-Reliability"). 1: they agree wholly; 0: as by chance; below 0: less than by chance.
 *
 * @param units ratings of each unit; one with fewer than two ratings tells nothing and is left out
 * @returns null where no disagreement is possible by chance: without units, or where all ratings are the same
 */
export function krippendorffAlpha(units: readonly (readonly number[])[], scale: Scale): number | null {
  const pairable = units.filter((ratings) => ratings.length > 1);
  const counted = new Map<number, number>();
  for (const ratings of pairable) for (const rating of ratings) counted.set(rating, (counted.get(rating) ?? 0) + 1);
  const values = [...counted.keys()].sort((left, right) => left - right);
  const counts = values.map((value) => counted.get(value) ?? 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const distance = distances(values, counts, scale);
  const place = new Map(values.map((value, index) => [value, index]));
  let observed = 0;
  for (const ratings of pairable) {
    const places = ratings.map((rating) => place.get(rating) ?? 0);
    observed += sumOver(places, places, (first, second) => distance[first]?.[second] ?? 0) / (ratings.length - 1);
  }
  const indices = [...values.keys()];
  const expected = sumOver(indices, indices, (c, k) => (counts[c] ?? 0) * (counts[k] ?? 0) * (distance[c]?.[k] ?? 0));
  return expected > 0 ? 1 - ((total - 1) * observed) / expected : null;
}

/** The squared differences of all values of the scale. */
function distances(values: readonly number[], counts: readonly number[], scale: Scale): readonly (readonly number[])[] {
  return values.map((value, c) =>
    values.map((other, k) => {
      if (c === k) return 0;
      if (scale === "NOMINAL") return 1;
      if (scale === "INTERVAL") return (value - other) ** 2;
      const [from, to] = [Math.min(c, k), Math.max(c, k)];
      const between = counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
      return (between - ((counts[c] ?? 0) + (counts[k] ?? 0)) / 2) ** 2;
    }),
  );
}

function sumOver(
  first: readonly number[],
  second: readonly number[],
  term: (first: number, second: number) => number,
): number {
  return first.reduce((sum, one) => sum + second.reduce((inner, two) => inner + term(one, two), 0), 0);
}

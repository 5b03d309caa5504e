import { type FieldName, levels } from "../../../subgraphs/immigration/linkage/compare/levels.ts";
import type { Patterns } from "./Patterns.ts";

/** Probability of each level of each field. */
export type LevelShares = Readonly<Partial<Record<FieldName, Readonly<Record<string, number>>>>>;

/**
 * Share of each level of each field among weighted patterns, what is missing left out. A level that was never seen is given half a pair, so
 * that no weight is infinite.
 *
 * @param weightOf how much of a pattern's pairs counts, by its place in `patterns.all`
 */
export function levelShares(patterns: Patterns, weightOf: (place: number) => number): LevelShares {
  const shares = patterns.fields.map((field, column) => {
    const sums = new Map<string, number>(levels[field].map((level) => [level, 0.5]));
    for (const [place, pattern] of patterns.all.entries()) {
      const level = pattern.levels[column] ?? "";
      const sum = sums.get(level);
      if (sum !== undefined) sums.set(level, sum + pattern.count * weightOf(place));
    }
    const total = [...sums.values()].reduce((one, other) => one + other, 0);
    return [field, Object.fromEntries([...sums].map(([level, sum]) => [level, sum / total]))] as const;
  });
  return Object.fromEntries(shares);
}

import { type Together, togetherLevels } from "../../../subgraphs/immigration/linkage/model/Together.ts";
import type { Patterns } from "./Patterns.ts";

/**
 * How many times as often as by themselves two levels of family and given name come together in one person.
 *
 * @param patterns of pairs, with the fields `family` and `given`
 * @param belongs of each pattern the probability that its pairs are one person
 */
export function togetherShares(patterns: Patterns, belongs: readonly number[]): Together {
  const [family, given] = [patterns.fields.indexOf("family"), patterns.fields.indexOf("given")];
  const share = (holds: (family: string, given: string) => boolean) => {
    let [sum, total] = [0.5, 0.5];
    for (const [place, { levels, count }] of patterns.all.entries()) {
      const [mine = "MISSING", theirs = "MISSING"] = [levels[family], levels[given]];
      if (mine === "MISSING" || theirs === "MISSING") continue;
      const weight = count * (belongs[place] ?? 0);
      total += weight;
      if (holds(mine, theirs)) sum += weight;
    }
    return sum / total;
  };
  const lift = (one: string, other: string) =>
    share((mine, theirs) => mine === one && theirs === other) /
    (share((mine) => mine === one) * share((_, theirs) => theirs === other));
  const lifts = togetherLevels.map((one) => [
    one,
    Object.fromEntries(togetherLevels.map((other) => [other, lift(one, other)])),
  ]);
  return Object.fromEntries(lifts);
}

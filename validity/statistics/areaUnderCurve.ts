import { wilcoxonRankSum } from "simple-statistics";

/**
 * Area under the ROC curve: how probable it is that one of the first stands higher than one of the second, a tie counting half (Mann and
 * Whitney; Hanley and McNeil 1982).
 *
 * @returns null where one of the two is empty
 */
export function areaUnderCurve(positive: readonly number[], negative: readonly number[]): number | null {
  if (positive.length === 0 || negative.length === 0) return null;
  const leastRankSum = (positive.length * (positive.length + 1)) / 2;
  const pairs = positive.length * negative.length;
  return (wilcoxonRankSum([...positive], [...negative]) - leastRankSum) / pairs;
}

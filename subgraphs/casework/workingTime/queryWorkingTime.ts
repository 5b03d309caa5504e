import { asc, lt } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { workingTime } from "../tables.ts";
import { type KeptBin, shownBins } from "./shownBins.ts";

/** A cell as it is shown. */
interface WorkingTimeCell {
  readonly rrk: string;
  readonly step: string;
  readonly month: string;
  readonly steps: number;
  readonly minutes: number;
  readonly minutesSquared: number;
  readonly histogram: readonly Pick<KeptBin, "upTo" | "steps">[];
}

/**
 * Working time of the months that were over on the date of the question. The current month is not shown: it grows step by step, and the difference of two
 * answers would be the minutes of one person.
 */
export async function queryWorkingTime(
  _parent: unknown,
  _args: unknown,
  { database, grant }: SubgraphContext,
): Promise<readonly WorkingTimeCell[]> {
  const { rrk, step, month, upTo } = workingTime;
  const bins = await database
    .select()
    .from(workingTime)
    .where(lt(month, grant.date.slice(0, 7)))
    .orderBy(asc(rrk), asc(step), asc(month), asc(upTo));
  const cells = Map.groupBy(bins, (bin) => [bin.rrk, bin.step, bin.month].join(" "));
  return [...cells.values()].flatMap((kept) => {
    const [first] = kept;
    const histogram = shownBins(kept);
    if (first === undefined || histogram.length === 0) return [];
    return {
      rrk: first.rrk,
      step: first.step,
      month: first.month,
      steps: sumOf(kept, "steps"),
      minutes: sumOf(kept, "minutes"),
      minutesSquared: sumOf(kept, "minutesSquared"),
      histogram,
    };
  });
}

function sumOf<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}

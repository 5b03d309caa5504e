import type { FactRow } from "../../shell/presentFact.ts";
import type { Reduced } from "./Reduction.ts";

/**
 * Reduces the rows of the latest event day, a class each; rows of that day which say the same are one.
 *
 * @param rows of one type, in any order
 * @param none class of a file without such a row; null: such a file does not tell
 */
export function ofLatestDay<R extends FactRow>(
  rows: readonly R[],
  classOf: (row: R) => string,
  none: string | null,
): readonly Reduced[] {
  const latestDay = rows.reduce((latest, { eventDate }) => (eventDate > latest ? eventDate : latest), "");
  const latest = rows.filter(({ eventDate }) => eventDate === latestDay);
  if (latest.length === 0) return none === null ? [] : [{ value: none, restsOn: [] }];
  return [...Map.groupBy(latest, classOf)].map(([value, restsOn]) => ({ value, restsOn }));
}

import type { conviction } from "../tables.ts";
import type { Offence, RegisteredConviction } from "./Conviction.ts";

/** The register of one or more persons: convictions as stored with their offences, in the shape that erasure judges. */
export function register(
  convictions: readonly (typeof conviction.$inferSelect)[],
  offences: readonly Offence[],
): readonly RegisteredConviction[] {
  const byConviction = Map.groupBy(offences, (each) => each.convictionId);
  return convictions.map((row) => {
    const own = byConviction.get(row.factId) ?? [];
    return {
      ...row,
      sentenceMonths: (row.years ?? 0) * 12 + (row.months ?? 0),
      sentenceDays: (row.weeks ?? 0) * 7 + (row.days ?? 0),
      provisions: own.map(({ provision }) => provision),
      offences: own,
    };
  });
}

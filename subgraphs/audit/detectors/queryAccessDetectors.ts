import { and, count, desc, gte, lt } from "drizzle-orm";
import { pageSize } from "../../shell/connection.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { type AccessRecordRow, recordOf, selectRecords } from "../selectRecords.ts";
import { operation } from "../tables.ts";
import { recordVisible } from "../visibility.ts";
import type { Detector, Period } from "./Detector.ts";
import { detectors } from "./detectors.ts";

const daysMax = 31;
const dayMilliseconds = 86_400_000;

/** A detector with what it finds, as the contract has it; a number or list is worked out where it is asked for. */
export interface AccessDetector extends Pick<Detector, "id" | "sentence" | "norms" | "basis"> {
  judged(): Promise<number>;
  found(): Promise<number>;
  findings(): Promise<readonly AccessRecordRow[]>;
}

/**
 * What each detector finds in a period.
 *
 * @throws SubgraphError INVALID_INPUT for a period that is too long or ends before it begins, and for `first`
 */
export function queryAccessDetectors(
  { first, ...period }: Period & { readonly first?: number | null },
  { database, grant }: SubgraphContext,
): readonly AccessDetector[] {
  const size = pageSize({ first: first ?? null });
  const length = Date.parse(period.to) - Date.parse(period.from);
  if (!(length > 0 && length <= daysMax * dayMilliseconds))
    throw new SubgraphError("INVALID_INPUT", `Name a period of at most ${daysMax} days.`, "to");
  const within = and(recordVisible(grant), gte(operation.at, period.from), lt(operation.at, period.to));
  return detectors.map(({ id, sentence, norms, basis, judges, finds }) => {
    const judged = () => and(within, judges());
    const found = () => and(judged(), finds(period));
    const numberOf = async (condition: ReturnType<typeof judged>) => {
      const [total] = await database.select({ records: count() }).from(operation).where(condition);
      return total?.records ?? 0;
    };
    return {
      id,
      sentence,
      norms,
      basis,
      judged: () => numberOf(judged()),
      found: () => numberOf(found()),
      findings: async () => {
        const rows = await selectRecords(database)
          .where(found())
          .orderBy(desc(operation.at), desc(operation.id))
          .limit(size);
        return rows.map(recordOf);
      },
    };
  });
}

import { and, asc, gte, inArray, isNull, lte, or } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { wantedNotice } from "../tables.ts";

/** Wanted notice as stored. */
export type WantedNotice = typeof wantedNotice.$inferSelect;

/** Wanted notices for a person that stand on the date of the question, the eldest first. */
export function loadWantedNotices(context: SubgraphContext, personRef: string): Promise<readonly WantedNotice[]> {
  const { database, grant } = context;
  return context.loadRows(
    "wantedNotices",
    personRef,
    (personRefs) =>
      database
        .select()
        .from(wantedNotice)
        .where(
          and(
            inArray(wantedNotice.personRef, [...personRefs]),
            lte(wantedNotice.since, grant.date),
            or(isNull(wantedNotice.until), gte(wantedNotice.until, grant.date)),
          ),
        )
        .orderBy(asc(wantedNotice.since), asc(wantedNotice.factId)),
    (row) => row.personRef,
  );
}

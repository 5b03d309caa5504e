import { and, asc, gte, isNull, lte, or } from "drizzle-orm";
import { loadRecords } from "../../shell/loadRecords.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { wantedNotice } from "../tables.ts";
import { recordTypes } from "./recordTypes.ts";

/** Wanted notice as stored. */
export type WantedNotice = typeof wantedNotice.$inferSelect;

/** Wanted notices for a person that stand on the date of the question and that the grant lets through, the eldest first. */
export function loadWantedNotices(context: SubgraphContext, personRef: string): Promise<readonly WantedNotice[]> {
  const { date } = context.grant;
  const { since, until, factId } = wantedNotice;
  const standing = and(lte(since, date), or(isNull(until), gte(until, date)));
  const eldestFirst = [asc(since), asc(factId)];
  return loadRecords(context, recordTypes.WantedNotice, "WANTED_NOTICE", personRef, standing, ...eldestFirst);
}

import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { connection, decodeCursor, type PageArguments, pageSize } from "../shell/connection.ts";
import type { GrantView } from "../shell/grantView.ts";
import { readRows } from "../shell/readRows.ts";
import { casePredicate, relationsInForce } from "../shell/relationPredicate.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { blindRating } from "./tables.ts";

interface Entry {
  readonly case_ref: string;
  readonly on_date: string;
}

const cursorKeys = z.tuple([z.iso.date(), z.string()]);

/**
 * A page of the cases that the holder is to work on, by the date on which each came to it, then by case reference. Nothing of an
 * assessment is read. One statement a page, and one more where the total is selected.
 */
export async function worklistByDate(_parent: unknown, args: PageArguments, { database, grant }: SubgraphContext) {
  const size = pageSize(args);
  const entries = entriesOf(grant);
  const rows = await readRows<Entry>(
    database,
    sql`SELECT w.case_ref, w.on_date::text AS on_date FROM ${entries} AS w
      WHERE ${after(args)} ORDER BY w.on_date, w.case_ref LIMIT ${size + 1}`,
  );
  return connection(
    rows,
    size,
    args,
    (row) => [row.on_date, row.case_ref],
    ({ case_ref: caseRef, on_date: date }) => ({ caseRef, date, case: { caseRef } }),
    async () => {
      const counted = await readRows<{ readonly total: number }>(
        database,
        sql`SELECT COUNT(*)::int AS total FROM ${entries} AS w`,
      );
      return counted[0]?.total ?? 0;
    },
  );
}

/**
 * Cases by the relation that puts them on the list, `(case_ref, on_date)`. An office may be tied to a case in more ways than one;
 * only those that the grant names give the date. What a second rater has rated is done.
 */
function entriesOf(grant: GrantView): SQL {
  const ties = [...new Set(grant.reading("WORKLIST").flatMap(({ when }) => when))];
  const mayList = casePredicate(grant, "WORKLIST", sql`listed.case_ref`, sql`listed.person_ref`);
  return sql`(
    SELECT listed.case_ref, MIN(listed.since) AS on_date FROM ${relationsInForce(grant)} AS listed
    WHERE listed.kind IN ${ties} AND ${mayList} AND NOT (listed.kind = 'SECOND_RATING'
      AND EXISTS (SELECT 1 FROM ${blindRating} AS rating WHERE rating.case_ref = listed.case_ref))
    GROUP BY listed.case_ref
  )`;
}

function after(args: PageArguments): SQL {
  const decoded = decodeCursor(args, 2);
  if (decoded === null) return sql`TRUE`;
  const keys = cursorKeys.safeParse(decoded);
  if (!keys.success) {
    throw new SubgraphError("INVALID_INPUT", "after is no cursor of this list. Use an endCursor it gave out.", "after");
  }
  const [date, caseRef] = keys.data;
  return sql`(w.on_date, w.case_ref) > (${date}::date, ${caseRef}::text)`;
}

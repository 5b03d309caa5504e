import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { catalogueReference } from "../../schema/factReferences.ts";
import { connection, decodeCursor, type PageArguments, pageSize } from "../shell/connection.ts";
import { noteOpened } from "../shell/rating/noteOpened.ts";
import { readRows } from "../shell/readRows.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import { rank, worklistEntries } from "./worklistEntries.ts";
import { type WorklistGroup, worklistGroups } from "./worklistGroups.ts";

interface WorklistArguments extends PageArguments {
  readonly group?: WorklistGroup | null;
}

interface Entry {
  readonly case_ref: string;
  readonly group_rank: number;
  readonly on_date: string;
  /** Version of the assessment by which it stands where it does; null for none. */
  readonly reference: string | null;
  /** Version of the catalogue that it was made by; null for none. */
  readonly catalogue_version: string | null;
}

const cursorKeys = z.tuple([z.int().min(0).max(worklistGroups.length), z.iso.date(), z.string()]);

/**
 * A page of the prioritised worklist: by group, inside a group by date, oldest first, then by case reference. Two statements a
 * page, and one more where the total is selected.
 */
export async function worklist(_parent: unknown, args: WorklistArguments, context: SubgraphContext) {
  const { database, grant } = context;
  const size = pageSize(args);
  const entries = worklistEntries(grant);
  const inGroup = args.group == null ? sql`TRUE` : sql`w.group_rank = ${rank(args.group)}`;
  const rows = await readRows<Entry>(
    database,
    sql`SELECT w.case_ref, w.group_rank, w.on_date::text AS on_date, w.reference, w.catalogue_version FROM ${entries} AS w
      WHERE ${inGroup} AND ${after(args)} ORDER BY w.group_rank, w.on_date, w.case_ref LIMIT ${size + 1}`,
  );
  // Where a case stands tells its band.
  const opened = rows.filter(({ reference }) => reference !== null);
  await Promise.all(opened.map(({ case_ref: key }) => noteOpened(context, { type: "Case", key })));
  return connection(
    rows,
    size,
    args,
    (row) => [row.group_rank, row.on_date, row.case_ref],
    (row) => ({
      caseRef: row.case_ref,
      group: worklistGroups[row.group_rank],
      date: row.on_date,
      factReferences: [
        ...(row.reference === null ? [] : [row.reference]),
        ...(row.catalogue_version === null ? [] : [catalogueReference(row.catalogue_version)]),
      ],
      case: { caseRef: row.case_ref },
    }),
    async () => {
      const counted = await readRows<{ readonly total: number }>(
        database,
        sql`SELECT COUNT(*)::int AS total FROM ${entries} AS w WHERE ${inGroup}`,
      );
      return counted[0]?.total ?? 0;
    },
  );
}

function after(args: PageArguments): SQL {
  const decoded = decodeCursor(args, 3);
  if (decoded === null) return sql`TRUE`;
  const keys = cursorKeys.safeParse(decoded);
  if (!keys.success) {
    throw new SubgraphError("INVALID_INPUT", "after is no cursor of this list. Use an endCursor it gave out.", "after");
  }
  const [groupRank, date, caseRef] = keys.data;
  return sql`(w.group_rank, w.on_date, w.case_ref) > (${groupRank}::int, ${date}::date, ${caseRef}::text)`;
}

import { count, countDistinct, sql } from "drizzle-orm";
import { offices } from "../../schema/offices.ts";
import { publishedCells } from "../shell/publishedCells.ts";
import { personFactsInForce } from "../shell/relationPredicate.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import type { CountedCell, ShownCell } from "../shell/suppressSmallCells.ts";
import { caseStates } from "./codes.ts";
import { caseRecord } from "./tables.ts";

/** Cases by state (row) and RRK (column). Persons under the large transfer block count nowhere. */
export async function caseStatistics(
  _parent: unknown,
  _args: unknown,
  { database, grant }: SubgraphContext,
): Promise<readonly ShownCell[]> {
  const counted = await database
    .select({
      row: caseRecord.state,
      column: caseRecord.rrk,
      count: count(),
      persons: countDistinct(caseRecord.personRef),
    })
    .from(caseRecord)
    .where(
      sql`NOT EXISTS (SELECT 1 FROM ${personFactsInForce(grant)} AS b
        WHERE b.person_ref = ${caseRecord.personRef} AND b.kind = 'LARGE_TRANSFER_BLOCK')`,
    )
    .groupBy(caseRecord.state, caseRecord.rrk);
  const known = new Map(counted.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const rrks = [...offices.values()].filter((office) => office.kind === "RRK");
  const cells = caseStates.flatMap((row) =>
    rrks.map(({ id: column }): CountedCell => known.get(`${row} ${column}`) ?? { row, column, count: 0, persons: 0 }),
  );
  return publishedCells(cells);
}

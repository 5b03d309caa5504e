import { and, count, countDistinct, inArray, lte, sql } from "drizzle-orm";
import { offices } from "../../../schema/offices.ts";
import { keptOn } from "../../shell/keptOn.ts";
import { publishedCells } from "../../shell/publishedCells.ts";
import { personFactsInForce } from "../../shell/relationPredicate.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import type { CountedCell, ShownCell } from "../../shell/suppressSmallCells.ts";
import { investigation } from "../tables.ts";

const states = ["OPEN", "CHARGED"] as const;

/**
 * `Query.investigationStatistics`: investigations that are under way by state (row) and public prosecutor's office (column).
 * Every cell of the table is there. A person under the large transfer block is not counted.
 */
export async function investigationStatistics(
  _parent: unknown,
  _args: unknown,
  { database, grant }: SubgraphContext,
): Promise<readonly ShownCell[]> {
  const { state, sourceOffice, personRef, since } = investigation;
  const counted = await database
    .select({ row: state, column: sourceOffice, count: count(), persons: countDistinct(personRef) })
    .from(investigation)
    .where(
      and(
        inArray(state, [...states]),
        lte(since, grant.date),
        keptOn(investigation, grant.date),
        sql`${personRef} NOT IN (SELECT f.person_ref FROM ${personFactsInForce(grant)} AS f
          WHERE f.kind = 'LARGE_TRANSFER_BLOCK')`,
      ),
    )
    .groupBy(state, sourceOffice);
  const prosecutors = [...offices.values()].filter(({ kind }) => kind === "PROSECUTION");
  const cells = states.flatMap((row) =>
    prosecutors.map(({ id: column }): CountedCell => {
      const found = counted.find((each) => each.row === row && each.column === column);
      return { row, column, count: found?.count ?? 0, persons: found?.persons ?? 0 };
    }),
  );
  return publishedCells(cells);
}

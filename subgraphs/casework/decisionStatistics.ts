import { and, count, countDistinct, inArray, lte, sql } from "drizzle-orm";
import { keptOn } from "../shell/keptOn.ts";
import { publishedCells } from "../shell/publishedCells.ts";
import { personFactsInForce } from "../shell/relationPredicate.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import type { CountedCell, ShownCell } from "../shell/suppressSmallCells.ts";
import { admissionDecision } from "./tables.ts";

const outcomes = ["ADMIT", "REJECT"] as const;
const columns = ["FOLLOWS_BAND", "DEVIATES_FROM_BAND", "NO_ASSESSMENT_SEEN"] as const;

/**
 * Decisions on admission that took effect, by outcome (row) and whether they follow the band that was seen (column): overrides both ways, of all
 * RRK together and of nobody in particular. Persons under the large transfer block count nowhere.
 */
export async function decisionStatistics(
  _parent: unknown,
  _args: unknown,
  { database, grant }: SubgraphContext,
): Promise<readonly ShownCell[]> {
  const { outcome, followsBand, personRef, eventDate, confirmation } = admissionDecision;
  const column = sql<string>`CASE WHEN ${followsBand} IS NULL THEN 'NO_ASSESSMENT_SEEN'
    WHEN ${followsBand} THEN 'FOLLOWS_BAND' ELSE 'DEVIATES_FROM_BAND' END`;
  const counted = await database
    .select({ row: outcome, column: column.as("followed"), count: count(), persons: countDistinct(personRef) })
    .from(admissionDecision)
    .where(
      and(
        lte(eventDate, grant.date),
        keptOn(admissionDecision, grant.date),
        inArray(confirmation, ["NOT_REQUIRED", "CONFIRMED"]),
        sql`NOT EXISTS (SELECT 1 FROM ${personFactsInForce(grant)} AS b
          WHERE b.person_ref = ${personRef} AND b.kind = 'LARGE_TRANSFER_BLOCK')`,
      ),
    )
    .groupBy(outcome, sql`followed`);
  const cells = outcomes.flatMap((row) =>
    columns.map((name): CountedCell => {
      const found = counted.find((each) => each.row === row && each.column === name);
      return { row, column: name, count: found?.count ?? 0, persons: found?.persons ?? 0 };
    }),
  );
  return publishedCells(cells);
}

import { count, sql } from "drizzle-orm";
import { offices } from "../../../schema/offices.ts";
import { publishedCells } from "../../shell/publishedCells.ts";
import { personFactsInForce } from "../../shell/relationPredicate.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import type { CountedCell, ShownCell } from "../../shell/suppressSmallCells.ts";
import { residenceConditions } from "../facts/residenceConditions.ts";
import { person } from "../tables.ts";

const regions = ["Arnsberg", "Detmold", "Düsseldorf", "Köln", "Münster"] as const;
const columns = ["TOLERATED", "NOT_TOLERATED", "NO_OBLIGATION_TO_LEAVE"] as const;

/**
 * `Query.residenceStatistics`: persons by region of the competent authority and toleration on the date of the question. Every cell of
 * the table is there. A person under the large transfer block is not counted: nothing observable may depend on that person.
 */
export async function residenceStatistics({ database, grant }: SubgraphContext): Promise<readonly ShownCell[]> {
  const column = sql<string>`CASE WHEN ${residenceConditions.tolerated(grant.date)} THEN 'TOLERATED'
    WHEN ${residenceConditions.obliged(grant.date)} THEN 'NOT_TOLERATED' ELSE 'NO_OBLIGATION_TO_LEAVE' END`;
  const counted = await database
    .select({ authority: person.competentAuthority, column: column.as("toleration"), persons: count() })
    .from(person)
    .where(
      sql`${person.personRef} NOT IN (SELECT f.person_ref FROM ${personFactsInForce(grant)} AS f
        WHERE f.kind = 'LARGE_TRANSFER_BLOCK')`,
    )
    .groupBy(person.competentAuthority, sql`toleration`);
  const cells = regions.flatMap((row) =>
    columns.map((name): CountedCell => {
      const inCell = counted.filter((each) => each.column === name && offices.get(each.authority)?.region === row);
      const persons = inCell.reduce((sum, each) => sum + each.persons, 0);
      return { row, column: name, count: persons, persons };
    }),
  );
  return publishedCells(cells);
}

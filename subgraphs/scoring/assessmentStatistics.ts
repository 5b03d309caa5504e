import { sql } from "drizzle-orm";
import { offices } from "../../schema/offices.ts";
import { publishedCells } from "../shell/publishedCells.ts";
import { readRows } from "../shell/readRows.ts";
import { personPredicate } from "../shell/relationPredicate.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import type { CountedCell, ShownCell } from "../shell/suppressSmallCells.ts";
import { relation } from "../shell/tables.ts";
import { latestRecorded } from "./latestRecorded.ts";
import { withoutLargeBlock } from "./withoutLargeBlock.ts";

const columns = ["PRIORITY", "REGULAR", "LEGAL_EXAMINATION_FIRST", "NO_PROPOSAL", "WITHOUT_BAND"] as const;

interface Count {
  readonly office: string;
  readonly band: string;
  readonly persons: number;
}

/**
 * Persons by RRK in charge (row) and band of the latest recorded assessment (column): a fixed table, every cell present, small
 * ones suppressed. Persons under the large transfer block are not counted.
 */
export async function assessmentStatistics(
  _parent: unknown,
  _args: unknown,
  { database, grant }: SubgraphContext,
): Promise<readonly ShownCell[]> {
  const person = sql`held.person_ref`;
  const counts = await readRows<Count>(
    database,
    sql`SELECT held.office, COALESCE(latest.band, 'WITHOUT_BAND') AS band, COUNT(DISTINCT held.person_ref)::int AS persons
      FROM ${relation} AS held JOIN LATERAL ${latestRecorded(sql`held.case_ref`, grant.date)} AS latest ON TRUE
      WHERE held.kind = 'OWN_CASE' AND held.since <= ${grant.date} AND (held.until IS NULL OR held.until >= ${grant.date})
        AND ${personPredicate(grant, "STATISTICS", person)} AND ${withoutLargeBlock(grant, person)}
      GROUP BY 1, 2`,
  );
  const rows = [...offices.values()].filter(({ kind }) => kind === "RRK").map(({ id }) => id);
  const cells = rows.flatMap((row) =>
    columns.map((column): CountedCell => {
      const persons = counts.find(({ office, band }) => office === row && band === column)?.persons ?? 0;
      return { row, column, count: persons, persons };
    }),
  );
  return publishedCells(cells);
}

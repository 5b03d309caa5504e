import { type SQL, sql } from "drizzle-orm";
import { connection, decodeCursor, type PageArguments, pageSize } from "../shell/connection.ts";
import { readRows } from "../shell/readRows.ts";
import { personPredicate } from "../shell/relationPredicate.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import type { AssessmentState, Band } from "./catalogue/Catalogue.ts";
import { blindRating, recordedAssessment } from "./tables.ts";
import { withoutLargeBlock } from "./withoutLargeBlock.ts";

interface EvaluationRow {
  readonly pseudonym: string;
  readonly evaluation_ref: string;
  readonly month: string;
  readonly state: AssessmentState;
  readonly band: Band | null;
  readonly axis_a: number | null;
  readonly axis_b: number | null;
  readonly catalogue_version: string;
  readonly blind_bands: readonly Band[];
}

/**
 * A page of pseudonymised assessments, by pseudonym. Neither record nor cursor carries a person, a case or a day: what orders
 * the assessments of one pseudonym is a pseudonym itself.
 */
export async function evaluationRecords(_parent: unknown, args: PageArguments, { database, grant }: SubgraphContext) {
  const size = pageSize(args);
  const person = sql`kept.person_ref`;
  const set = sql`${recordedAssessment} AS kept WHERE kept.event_date <= ${grant.date}
    AND ${personPredicate(grant, "EVALUATION_RECORD", person)} AND ${withoutLargeBlock(grant, person)}`;
  const rows = await readRows<EvaluationRow>(
    database,
    sql`SELECT kept.pseudonym, kept.evaluation_ref, to_char(kept.event_date, 'YYYY-MM') AS month,
        kept.assessment->>'state' AS state, kept.band, (kept.assessment->>'axisA')::int AS axis_a,
        (kept.assessment->>'axisB')::int AS axis_b, kept.catalogue_version,
        (SELECT COALESCE(json_agg(rating.band ORDER BY rating.band), '[]') FROM ${blindRating} AS rating
          WHERE rating.evaluation_ref = kept.evaluation_ref AND rating.event_date <= ${grant.date}) AS blind_bands
      FROM ${set} AND ${after(args)} ORDER BY kept.pseudonym, kept.evaluation_ref LIMIT ${size + 1}`,
  );
  return connection(
    rows,
    size,
    args,
    (row) => [row.pseudonym, row.evaluation_ref],
    ({ axis_a: axisA, axis_b: axisB, catalogue_version: catalogueVersion, blind_bands: blindBands, ...row }) => ({
      pseudonym: row.pseudonym,
      month: row.month,
      state: row.state,
      band: row.band,
      axisA,
      axisB,
      catalogueVersion,
      blindBands,
    }),
    async () => {
      const counted = await readRows<{ readonly total: number }>(
        database,
        sql`SELECT COUNT(*)::int AS total FROM ${set}`,
      );
      return counted[0]?.total ?? 0;
    },
  );
}

function after(args: PageArguments): SQL {
  const keys = decodeCursor(args, 2);
  if (keys === null) return sql`TRUE`;
  const [pseudonym, evaluationRef] = keys.map(String);
  return sql`(kept.pseudonym, kept.evaluation_ref) > (${pseudonym}::text, ${evaluationRef}::text)`;
}

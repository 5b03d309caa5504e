import { eq, sql } from "drizzle-orm";
import { keyRow, operation, subject } from "../../tables.ts";
import type { Detector } from "../Detector.ts";

const daysMax = 90;

/** The log alone decides: the relation itself is not asked, which would tell of persons whom the officer may not open. */
export const afterRelationEnded: Detector = {
  id: "D-AFTER-RELATION",
  sentence: `An office asks for a person of whom it is shown nothing, and was shown something of that person within the ${daysMax} days before.`,
  norms: ["§ 76 (3) BDSG (model)", "§ 22 AZRG"],
  basis:
    "The log: what was disclosed of a person to an office before, and nothing now. A relation that has ended is the usual cause; another purpose, another case or a new block leave the same trace. Not seen: an access that another relation of the office still bears, and a person whose row of the key table is erased.",
  judges: () =>
    sql`${eq(operation.outcome, "ANSWERED")} AND (SELECT bool_or(s.token IS NOT NULL) FROM ${subject} AS s WHERE s.operation_id = ${operation.id}) IS TRUE`,
  finds: () =>
    sql`(SELECT bool_or(s.positions = '{}'
      AND NOT EXISTS (SELECT 1 FROM ${subject} AS t WHERE t.operation_id = s.operation_id AND t.token = s.token AND t.positions <> '{}')
      AND (SELECT bool_or(e.positions <> '{}')
        FROM ${keyRow} AS k, ${keyRow} AS f, ${subject} AS e, ${operation} AS o
        WHERE k.token = s.token AND f.kind = 'person' AND f.value = k.value AND e.token = f.token AND o.id = e.operation_id
          AND o.office = ${operation.office} AND o.at < ${operation.at} AND o.at >= ${operation.at} - ${`${daysMax} days`}::interval) IS TRUE)
      FROM ${subject} AS s WHERE s.operation_id = ${operation.id}) IS TRUE`,
};

import { eq, sql } from "drizzle-orm";
import { keyRow, operation, subject } from "../../tables.ts";
import type { Detector, Period } from "../Detector.ts";

const timesUsual = 5;
const personsMin = 20;

export const unusualVolume: Detector = {
  id: "D-VOLUME",
  sentence: `In the clock hour of the access, the person acting was shown more than ${timesUsual} times as many persons as is usual for that purpose, and more than ${personsMin}.`,
  norms: ["§ 76 (3) BDSG (model)", "Art. 5 (1) (c) GDPR"],
  basis:
    "The log: different persons of whom something was disclosed, by person acting, purpose and clock hour. Usual is the median of all such hours of the purpose in the period, so a short period says little. The number itself is neither shown nor compared between employees.",
  judges: () =>
    sql`${eq(operation.outcome, "ANSWERED")} AND (SELECT bool_or(s.token IS NOT NULL AND s.positions <> '{}') FROM ${subject} AS s WHERE s.operation_id = ${operation.id}) IS TRUE`,
  finds: ({ from, to }: Period) =>
    sql`(${operation.actor}, ${operation.purpose}, date_trunc('hour', ${operation.at}, 'UTC')) IN (
      WITH hours AS (
        SELECT o.actor, o.purpose, date_trunc('hour', o.at, 'UTC') AS hour, count(DISTINCT coalesce(k.value, s.token)) AS persons
        FROM ${operation} AS o JOIN ${subject} AS s ON s.operation_id = o.id AND s.token IS NOT NULL AND s.positions <> '{}'
          LEFT JOIN ${keyRow} AS k ON k.token = s.token
        WHERE o.at >= ${from}::timestamptz AND o.at < ${to}::timestamptz AND o.outcome = 'ANSWERED' GROUP BY 1, 2, 3),
      usual AS (SELECT purpose, percentile_cont(0.5) WITHIN GROUP (ORDER BY persons) AS persons FROM hours GROUP BY 1)
      SELECT h.actor, h.purpose, h.hour FROM hours AS h JOIN usual AS u ON u.purpose = h.purpose
      WHERE h.persons > ${personsMin} AND h.persons > ${timesUsual} * u.persons)`,
};

import { eq, sql } from "drizzle-orm";
import { operation } from "../../tables.ts";
import type { Detector } from "../Detector.ts";

const refusalsMin = 5;

export const repeatedRefusals: Detector = {
  id: "D-REFUSALS",
  sentence: `A request is refused, and with it the person acting has been refused at least ${refusalsMin} times within an hour.`,
  norms: ["§ 76 (3) BDSG (model)", "§ 22 AZRG"],
  basis:
    "The log: refusals by person acting. A faulty client repeats itself, too. Whoever could not be identified is nobody here and is not judged; refusals under a limit of the gateway count like others.",
  judges: () => eq(operation.outcome, "REFUSED"),
  finds: () =>
    sql`(SELECT count(*) FROM ${operation} AS o WHERE o.actor = ${operation.actor} AND o.outcome = 'REFUSED'
      AND o.at <= ${operation.at} AND o.at > ${operation.at} - interval '1 hour') >= ${refusalsMin}`,
};

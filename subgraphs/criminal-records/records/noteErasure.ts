import { sql } from "drizzle-orm";
import { addDays } from "../../shell/calendar/addDays.ts";
import { knownEnds } from "../../shell/knownEnds.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { factEnd } from "../../shell/tables.ts";
import type { Conviction } from "./Conviction.ts";

/** Stands for an end that was known once and is not any more, because a later conviction holds the entry (§ 47 (3) BZRG). */
const unknownAgain = "9999-12-31";

/**
 * Writes down when each conviction that a reduced fact may rest on is to be erased, as the register stands on the date of the question,
 * before the fact is given: an assessment that is recorded on it turns stale on that day by itself. One statement for all persons of a
 * request.
 */
export async function noteErasure(context: SubgraphContext, convictions: readonly Conviction[]): Promise<void> {
  await Promise.all(
    convictions.map((row) => {
      const [end] = knownEnds(row, row.erasableFrom === null ? null : addDays(row.erasableFrom, -1));
      const key = `${row.factId}@${row.version} ${end?.endsOn ?? ""}`;
      return context.load("criminalRecords.erasure", key, (keys) => writeEnds(context, keys));
    }),
  );
}

async function writeEnds({ database }: SubgraphContext, keys: readonly string[]): Promise<readonly string[]> {
  const told = keys.map((key) => key.split(" ")).map(([reference, day]) => ({ reference, day: day || null }));
  // As text: the driver of PostgreSQL sends no array of days.
  await database.execute(sql`WITH told AS (
        SELECT * FROM json_to_recordset(${JSON.stringify(told)}::text::json) AS each (reference text, day date)),
      held AS (UPDATE ${factEnd} AS known SET ends_on = ${unknownAgain} FROM told
        WHERE told.day IS NULL AND known.reference = told.reference AND known.ends_on <> ${unknownAgain})
    INSERT INTO ${factEnd} AS known (reference, ends_on) SELECT reference, day FROM told WHERE day IS NOT NULL
    ON CONFLICT (reference) DO UPDATE SET ends_on = EXCLUDED.ends_on WHERE known.ends_on <> EXCLUDED.ends_on`);
  return keys;
}

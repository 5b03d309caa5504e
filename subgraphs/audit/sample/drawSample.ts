import { and, asc, gte, inArray, lt, notInArray, type SQL, sql } from "drizzle-orm";
import { offices } from "../../../schema/offices.ts";
import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import { type AccessRecordRow, recordOf, selectRecords } from "../selectRecords.ts";
import { operation } from "../tables.ts";
import { recordVisible } from "../visibility.ts";
import type { Week } from "./weekOf.ts";

/** Accesses of a sample. */
const sampleSize = 20;

/**
 * Whose accesses are not drawn: those of the officers who draw, which are for the supervisory authority, and the questions of persons about themselves. As
 * they do not count for the seed either, no officer can ask until the draw comes out as wished.
 */
const undrawnOffices = [...offices.values()]
  .filter(({ kind }) => kind === "DATA_PROTECTION" || kind === "DATA_SUBJECT")
  .map(({ id }) => id);

/** What was drawn, and from which seed. */
export interface Draw {
  readonly seed: string;
  readonly records: readonly AccessRecordRow[];
}

/**
 * Draws the sample of a week: the first accesses by SHA-256 over seed and id that the grant lets through. The seed is SHA-256 over the lines
 * `<week>` and the id of every access that could be drawn, in the order of their bytes.
 */
export async function drawSample(database: Database, grant: GrantView, week: Week): Promise<Draw> {
  const drawable = and(
    gte(operation.at, week.from),
    lt(operation.at, week.to),
    inArray(operation.outcome, ["ANSWERED", "ATTEMPTED"]),
    notInArray(operation.office, undrawnOffices),
  );
  const ids = sql`string_agg(${operation.id} || chr(10), '' ORDER BY ${operation.id} COLLATE "C")`;
  const [seeded] = await database
    .select({ seed: sha256(sql`${week.name}::text || chr(10) || coalesce(${ids}, '')`) })
    .from(operation)
    .where(drawable);
  const seed = seeded?.seed ?? "";
  const rows = await selectRecords(database)
    .where(and(drawable, recordVisible(grant)))
    .orderBy(asc(sha256(sql`${seed}::text || ${operation.id}`)))
    .limit(sampleSize);
  return { seed, records: rows.map(recordOf) };
}

function sha256(text: SQL): SQL<string> {
  return sql<string>`encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;
}

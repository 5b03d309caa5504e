import { asc, gt, sql } from "drizzle-orm";
import { canonicalJson } from "../../schema/canonicalJson.ts";
import type { Database } from "../shell/openStore.ts";
import { readRows } from "../shell/readRows.ts";
import { catalogues } from "./catalogue/catalogues.ts";
import { assess, engineVersion } from "./engine/assess.ts";
import type { RecordedRow } from "./loadRecorded.ts";
import { restsOn } from "./restsOn.ts";
import { recordedAssessment } from "./tables.ts";

/** A recorded assessment that cannot be worked out again as it was kept. */
export interface ReplayDifference {
  /** Id of the recorded assessment. */
  readonly id: string;
  /** What differs: names of members, never a value. */
  readonly what: string;
}

export interface Replay {
  readonly replayed: number;
  readonly differences: readonly ReplayDifference[];
}

const rowsPerPage = 500;

/**
 * Works every recorded assessment out again from the inputs and the catalogue that it was made by, and holds the result against
 * what was kept, byte by byte in canonical JSON.
 *
 * @param onProgress is told after each page how many are done, and of how many
 */
export async function replayAssessments(
  database: Database,
  onProgress: (done: number, total: number) => void,
): Promise<Replay> {
  const [counted] = await readRows<{ readonly total: number }>(
    database,
    sql`SELECT COUNT(*)::int AS total FROM ${recordedAssessment}`,
  );
  const total = counted?.total ?? 0;
  const differences: ReplayDifference[] = [];
  let replayed = 0;
  let last = "";
  for (;;) {
    const rows = await database
      .select()
      .from(recordedAssessment)
      .where(gt(recordedAssessment.factId, last))
      .orderBy(asc(recordedAssessment.factId))
      .limit(rowsPerPage);
    for (const row of rows) {
      const what = differenceOf(row);
      if (what !== null) differences.push({ id: row.factId, what });
    }
    replayed += rows.length;
    onProgress(replayed, total);
    last = rows.at(-1)?.factId ?? last;
    if (rows.length < rowsPerPage) return { replayed, differences };
  }
}

/** What of a row differs from what follows from its inputs; null for nothing. */
function differenceOf({ assessment: kept, inputs, band, expiresOn, eventDate, catalogueVersion, ...row }: RecordedRow) {
  const compiled = catalogues.version(catalogueVersion);
  if (compiled === null) return `its catalogue ${catalogueVersion} is not held`;
  if (kept.engineVersion !== engineVersion)
    return `it was made by engine ${kept.engineVersion}, this is ${engineVersion}`;
  const again = assess(inputs, eventDate, compiled);
  const members = Object.keys({ ...kept, ...again }) as (keyof typeof again)[];
  const differing = [
    ...members.filter((member) => !isSame(kept[member] ?? null, again[member] ?? null)),
    ...(band === again.band && expiresOn === again.expiresOn && isSame(row.restsOn, restsOn(inputs))
      ? []
      : ["its columns"]),
  ];
  return differing.length === 0 ? null : differing.sort().join(", ");
}

function isSame(kept: unknown, again: unknown): boolean {
  return canonicalJson(kept) === canonicalJson(again);
}

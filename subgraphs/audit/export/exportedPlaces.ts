import { and, asc, eq, inArray } from "drizzle-orm";
import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import type { AccessRecordRow } from "../selectRecords.ts";
import { decisionPlace, keyRow, subject } from "../tables.ts";
import { subjectVisible } from "../visibility.ts";
import type { ExportedPlace } from "./collectEvidence.ts";

/** Where records stand in the log, with those of their data subjects that the grant shows. */
export async function exportedPlaces(
  records: readonly AccessRecordRow[],
  database: Database,
  grant: GrantView,
): Promise<readonly ExportedPlace[]> {
  const ids = records.map(({ id }) => id);
  const decided = [...new Set(records.flatMap(({ decisionId }) => (decisionId === null ? [] : [decisionId])))];
  const subjects = await database
    .select({ id: subject.operationId, place: subject.place })
    .from(subject)
    .leftJoin(keyRow, eq(keyRow.token, subject.token))
    .where(and(inArray(subject.operationId, ids), subjectVisible(grant, keyRow.value)))
    .orderBy(asc(subject.operationId), asc(subject.place));
  const decisions = await database.select().from(decisionPlace).where(inArray(decisionPlace.decisionId, decided));
  const decisionLeaf = new Map(decisions.map(({ shard, decisionId, leaf }) => [`${shard} ${decisionId}`, leaf]));
  const subjectsById = Map.groupBy(subjects, ({ id }) => id);
  return records.map(({ id, shard, leaf, decisionId }) => ({
    shard,
    operation: leaf,
    decision: decisionLeaf.get(`${shard} ${decisionId}`) ?? null,
    // The entries of its data subjects stand behind an operation's own.
    subjects: (subjectsById.get(id) ?? []).map(({ place }) => leaf + 1 + place),
  }));
}

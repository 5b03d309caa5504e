import { desc, eq, sql } from "drizzle-orm";
import { opaqueId } from "../../shell/opaqueId.ts";
import { readReason } from "../../shell/readReason.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import type { AccessRecordRow } from "../selectRecords.ts";
import { accessReview } from "../tables.ts";
import { drawSample } from "./drawSample.ts";
import { weekOf } from "./weekOf.ts";

interface ReviewArguments {
  readonly input: {
    readonly week: string;
    readonly record: string;
    readonly verdict: "ACCEPT" | "ASK" | "ESCALATE";
    readonly reason: string;
  };
}

/**
 * Puts a verdict on an access of a weekly sample on record. The same verdict of the same officer with the same reason again, with none between, is taken for a
 * repetition. Verdicts on one access take turns.
 *
 * @throws SubgraphError INVALID_INPUT for the week and for a reason of another length; NOT_FOUND for an access that the sample does
 *   not hold; FIELD_NOT_GRANTED for a grant that names nobody
 */
export async function reviewAccess(
  { input }: ReviewArguments,
  context: SubgraphContext,
): Promise<{ readonly sampled: { readonly record: AccessRecordRow } }> {
  const { database, grant } = context;
  const { person: reviewer } = grant;
  if (reviewer === null) throw new SubgraphError("FIELD_NOT_GRANTED");
  const { verdict } = input;
  const reason = readReason(input.reason);
  const { records } = await drawSample(database, grant, weekOf(input.week, Date.now()));
  const record = records.find(({ id }) => id === input.record);
  if (record === undefined) throw new SubgraphError("NOT_FOUND");
  const { id: operationId, shard } = record;
  await database.transaction(async (transaction) => {
    await transaction.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`review ${operationId}`}, 0))`);
    const [latest] = await transaction
      .select()
      .from(accessReview)
      .where(eq(accessReview.operationId, operationId))
      .orderBy(desc(accessReview.at), desc(accessReview.id))
      .limit(1);
    if (latest?.reviewer === reviewer && latest.verdict === verdict && latest.reason === reason) return;
    const at = new Date().toISOString();
    await transaction
      .insert(accessReview)
      .values({ id: opaqueId("RV"), operationId, shard, verdict, reason, reviewer, at });
  });
  context.forget();
  return { sampled: { record } };
}

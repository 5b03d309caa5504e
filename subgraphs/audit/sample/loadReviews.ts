import { asc, inArray } from "drizzle-orm";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import type { AccessRecordRow } from "../selectRecords.ts";
import { accessReview } from "../tables.ts";

/** The verdicts on a sampled access, the earliest first; one statement for all of the request. */
export function loadReviews(
  { record }: { readonly record: AccessRecordRow },
  _args: unknown,
  context: SubgraphContext,
): Promise<readonly (typeof accessReview.$inferSelect)[]> {
  return context.loadRows(
    "audit.reviews",
    record.id,
    (ids) =>
      context.database
        .select()
        .from(accessReview)
        .where(inArray(accessReview.operationId, [...ids]))
        .orderBy(asc(accessReview.at), asc(accessReview.id)),
    ({ operationId }) => operationId,
  );
}

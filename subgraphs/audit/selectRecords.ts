import { eq, type InferSelectModel } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "../shell/openStore.ts";
import { decision, keyRow, operation } from "./tables.ts";

const caseKey = alias(keyRow, "case_key");
const reasonKey = alias(keyRow, "reason_key");

/** An access record: the operation, what was decided, and what its tokens stand for. */
export interface AccessRecordRow extends InferSelectModel<typeof operation> {
  /** Null where nothing was decided. */
  readonly decision: InferSelectModel<typeof decision> | null;
  /** Null where none was stated, or its row of the key table is erased. */
  readonly caseRef: string | null;
  readonly reason: string | null;
}

/** Access records without a condition and an order. */
export function selectRecords(database: Database) {
  return database
    .select({ operation, decision, caseRef: caseKey.value, reason: reasonKey.value })
    .from(operation)
    .leftJoin(decision, eq(decision.id, operation.decisionId))
    .leftJoin(caseKey, eq(caseKey.token, operation.caseToken))
    .leftJoin(reasonKey, eq(reasonKey.token, operation.reasonToken))
    .$dynamic();
}

/** A row of `selectRecords` as resolvers read it. */
export function recordOf(row: {
  readonly operation: InferSelectModel<typeof operation>;
  readonly decision: InferSelectModel<typeof decision> | null;
  readonly caseRef: string | null;
  readonly reason: string | null;
}): AccessRecordRow {
  return { ...row.operation, decision: row.decision, caseRef: row.caseRef, reason: row.reason };
}

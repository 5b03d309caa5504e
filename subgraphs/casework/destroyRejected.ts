import { and, eq, inArray, lt, notExists, sql } from "drizzle-orm";
import type { Erasure } from "../shell/Erasure.ts";
import type { Database } from "../shell/openStore.ts";
import { news, relation } from "../shell/tables.ts";
import { caseFactTables, caseRecord, socialConductReport } from "./tables.ts";

/** Cases that one pass destroys at most: bounds the transaction. */
const casesPerPassMax = 500;

/**
 * Destroys rejected proposals whose last day has passed (§ 91 (2) AufenthG), with everything in them, the relations to them, what was news of them, and the
 * reports of conduct of persons who are left without a case. Twice on one date does it once. A part of the transaction that it is given.
 *
 * @param date date of the question: what may be kept on it stays
 * @returns what is gone, by office: at most 500 cases, fewer mean that none is left
 */
export async function destroyRejected(transaction: Database, date: string): Promise<readonly Erasure[]> {
  const due = await transaction
    .select({ caseRef: caseRecord.caseRef, personRef: caseRecord.personRef, rrk: caseRecord.rrk })
    .from(caseRecord)
    .where(and(eq(caseRecord.state, "REJECTED"), lt(caseRecord.deleteBy, date)))
    .orderBy(caseRecord.caseRef)
    .limit(casesPerPassMax)
    .for("update");
  const caseRefs = due.map(({ caseRef }) => caseRef);
  if (caseRefs.length === 0) return [];
  // What refers to the case goes before it.
  for (const table of caseFactTables.toReversed()) {
    await transaction.delete(table).where(inArray(table.caseRef, caseRefs));
  }
  const persons = [...new Set(due.map(({ personRef }) => personRef))];
  const { personRef } = socialConductReport;
  const otherCase = transaction.select({ one: sql`1` }).from(caseRecord).where(eq(caseRecord.personRef, personRef));
  await transaction.delete(socialConductReport).where(and(inArray(personRef, persons), notExists(otherCase)));
  await transaction.delete(relation).where(inArray(relation.caseRef, caseRefs));
  await transaction.delete(news).where(inArray(news.caseRef, caseRefs));
  return [...Map.groupBy(due, ({ rrk }) => rrk)].map(([office, cases]) => ({
    what: "rejected proposals",
    norm: "§ 91 (2) AufenthG",
    office,
    caseRefs: cases.map(({ caseRef }) => caseRef),
  }));
}

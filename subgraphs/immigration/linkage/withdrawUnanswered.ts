import { and, eq, gte, inArray, isNotNull, lt, notExists, sql } from "drizzle-orm";
import { addMonths } from "../../shell/calendar/addMonths.ts";
import type { RecordErasures } from "../../shell/Erasure.ts";
import { erasingPass } from "../../shell/erasingPass.ts";
import type { Database } from "../../shell/openStore.ts";
import { personTicket } from "../../shell/tables.ts";
import { endQuestion } from "./clearing/endQuestion.ts";
import { recordAct } from "./store/recordAct.ts";
import { announcedPerson, linkageAct } from "./tables.ts";
import { unansweredMonthsMax } from "./unansweredMonthsMax.ts";

/** Most questions of one pass. */
const questionsMax = 500;

/**
 * Ends questions that nobody has answered in their term: the description is destroyed, the ticket is withdrawn, and whoever keeps facts under it destroys
 * them (`destroyOutlived`). A second run finds nothing.
 *
 * @param date date of the question: a question of the day `unansweredMonthsMax` months before stays
 */
export async function withdrawUnanswered(database: Database, date: string, record: RecordErasures): Promise<void> {
  const since = addMonths(date, -unansweredMonthsMax);
  const once = () =>
    erasingPass(database, record, async (transaction) => {
      await transaction.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('linkage', 0))`);
      const unanswered = await loadUnanswered(transaction, since);
      for (const { ticket, office } of unanswered) {
        await endQuestion(transaction, ticket, date);
        const act = { act: "WITHDRAWN" as const, ticket, by: null, reason: null };
        await recordAct(transaction, act, { office, date }, `term ${date}`);
      }
      const tickets = ["", ...unanswered.map(({ ticket }) => ticket)];
      await transaction
        .update(personTicket)
        .set({ state: "WITHDRAWN", version: sql`${personTicket.version} + 1`, decidedAt: sql`clock_timestamp()` })
        .where(inArray(personTicket.ticket, tickets));
      await transaction.delete(announcedPerson).where(inArray(announcedPerson.ticket, tickets));
      return [...new Set(unanswered.map(({ office }) => office))].map((office) => ({
        what: "descriptions of persons that nobody answered for",
        norm: "§ 75 (2) BDSG (model)",
        office,
        caseRefs: [],
      }));
    });
  while (await once());
}

/** A question that was asked anew, because a decision was taken back, has its term from that day. */
function loadUnanswered(transaction: Database, since: string) {
  const { ticket, office, announcedOn, clearingOffice } = announcedPerson;
  const askedSince = transaction
    .select()
    .from(linkageAct)
    .where(and(eq(linkageAct.ticket, ticket), eq(linkageAct.act, "REOPENED"), gte(linkageAct.actedOn, since)));
  return transaction
    .select({ ticket, office })
    .from(announcedPerson)
    .where(and(isNotNull(clearingOffice), lt(announcedOn, since), notExists(askedSince)))
    .orderBy(announcedOn, ticket)
    .limit(questionsMax);
}

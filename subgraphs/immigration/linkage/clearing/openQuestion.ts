import { and, eq, sql } from "drizzle-orm";
import type { GrantView } from "../../../shell/grantView.ts";
import type { Database } from "../../../shell/openStore.ts";
import { readRows } from "../../../shell/readRows.ts";
import { personPredicate } from "../../../shell/relationPredicate.ts";
import { SubgraphError } from "../../../shell/SubgraphError.ts";
import { type announcedPerson as Announced, announcedPerson, clearingCandidate } from "../tables.ts";

/** A question with those whom it could be about. */
export interface OpenQuestion {
  readonly described: typeof Announced.$inferSelect;
  readonly candidates: ReadonlySet<string>;
}

/**
 * A question that the asking office has to answer, with all its candidates.
 *
 * @throws SubgraphError NOT_FOUND for a ticket that the office is not asked about, and for one that touches a person it may not know of
 */
export async function openQuestion(transaction: Database, grant: GrantView, ticket: string): Promise<OpenQuestion> {
  const [described] = await transaction
    .select()
    .from(announcedPerson)
    .where(and(eq(announcedPerson.ticket, ticket), eq(announcedPerson.clearingOffice, grant.office)));
  if (described === undefined) throw new SubgraphError("NOT_FOUND");
  const rows = await readRows<{ readonly person_ref: string; readonly known: boolean }>(
    transaction,
    sql`SELECT c.person_ref, ${personPredicate({ ...grant, reading: grant.writing }, "CLEARING", sql`c.person_ref`)} AS known
      FROM ${clearingCandidate} AS c WHERE c.ticket = ${ticket}`,
  );
  if (rows.some(({ known }) => !known)) throw new SubgraphError("NOT_FOUND");
  return { described, candidates: new Set(rows.map(({ person_ref }) => person_ref)) };
}

import { and, count, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { type Connection, connection, decodeCursor, type PageArguments, pageSize } from "../shell/connection.ts";
import type { GrantView } from "../shell/grantView.ts";
import { keptOn } from "../shell/keptOn.ts";
import { casePredicate } from "../shell/relationPredicate.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import type { CaseState, ConsentState } from "./codes.ts";
import { hasCurrentConsent } from "./hasCurrentConsent.ts";
import type { CaseReference } from "./loadCase.ts";
import { nextDue } from "./nextDue.ts";
import { caseRecord } from "./tables.ts";

interface CaseFilter {
  readonly state?: CaseState | null;
  readonly consentState?: ConsentState | null;
  readonly measureDueUntil?: string | null;
  readonly deadlineUntil?: string | null;
}

interface CasesArguments extends PageArguments {
  readonly filter?: CaseFilter | null;
  readonly orderBy?: "CASE_REF" | "NEXT_MEASURE" | "NEXT_DEADLINE" | null;
}

/** Stands for the day of a case in which nothing comes next, so that it comes last. */
const never = "9999-12-31";

const cursorKeys = z.tuple([z.iso.date(), z.string()]);

/**
 * The cases that the grant reaches, by reference or by what comes next. A condition and an order reveal what they look at: they keep
 * and order by only what the grant reaches as well.
 *
 * @throws SubgraphError FIELD_NOT_GRANTED for a filter or an order by what the grant does not read; INVALID_INPUT for page arguments
 */
export async function queryCases(
  _parent: unknown,
  args: CasesArguments,
  { database, grant }: SubgraphContext,
): Promise<Connection<CaseReference>> {
  const size = pageSize(args);
  const matching = matchingCases(grant, args.filter ?? {});
  const due = dueIn(grant, args.orderBy ?? "CASE_REF");
  const rows = await database
    .select({ caseRef: caseRecord.caseRef, due: sql<string | null>`${due}::text` })
    .from(caseRecord)
    .where(and(matching, behind(args, due)))
    .orderBy(...(due === null ? [] : [due]), caseRecord.caseRef)
    .limit(size + 1);
  return connection(
    rows,
    size,
    args,
    (row) => (due === null ? [row.caseRef] : [row.due ?? never, row.caseRef]),
    ({ caseRef }) => ({ caseRef }),
    async () => {
      const [total] = await database.select({ cases: count() }).from(caseRecord).where(matching);
      return total?.cases ?? 0;
    },
  );
}

/** The day that orders the list; null where the reference alone does. */
function dueIn(grant: GrantView, orderBy: NonNullable<CasesArguments["orderBy"]>): SQL | null {
  if (orderBy === "CASE_REF") return null;
  const next = orderBy === "NEXT_MEASURE" ? nextDue.MEASURE(grant) : nextDue.DEADLINE(grant);
  return sql`COALESCE(${next}, ${never}::date)`;
}

function behind(args: PageArguments, due: SQL | null): SQL | undefined {
  const decoded = decodeCursor(args, due === null ? 1 : 2);
  if (decoded === null) return undefined;
  if (due === null) return sql`${caseRecord.caseRef} > ${String(decoded[0])}`;
  const keys = cursorKeys.safeParse(decoded);
  if (!keys.success) {
    throw new SubgraphError("INVALID_INPUT", "after is no cursor of this list. Use an endCursor it gave out.", "after");
  }
  const [day, caseRef] = keys.data;
  return sql`(${due}, ${caseRecord.caseRef}) > (${day}::date, ${caseRef}::text)`;
}

function matchingCases(
  grant: GrantView,
  { state, consentState, measureDueUntil, deadlineUntil }: CaseFilter,
): SQL | undefined {
  const reached = casePredicate(grant, "CASE", caseRecord.caseRef, caseRecord.personRef);
  const conditions = [reached, keptOn(caseRecord, grant.date)];
  if (state) conditions.push(eq(caseRecord.state, state));
  if (consentState) {
    if (grant.reading("PROSECUTOR_CONSENT").length === 0) throw new SubgraphError("FIELD_NOT_GRANTED");
    conditions.push(hasCurrentConsent(grant, consentState));
  }
  if (measureDueUntil) conditions.push(sql`${nextDue.MEASURE(grant)} <= ${measureDueUntil}`);
  if (deadlineUntil) conditions.push(sql`${nextDue.DEADLINE(grant)} <= ${deadlineUntil}`);
  return and(...conditions);
}

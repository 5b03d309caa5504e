import { and, asc, count, eq, gt, type SQL } from "drizzle-orm";
import { type Connection, connection, decodeCursor, type PageArguments, pageSize } from "../shell/connection.ts";
import type { GrantView } from "../shell/grantView.ts";
import { keptOn } from "../shell/keptOn.ts";
import { casePredicate } from "../shell/relationPredicate.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";
import type { CaseState, ConsentState } from "./codes.ts";
import { hasCurrentConsent } from "./hasCurrentConsent.ts";
import type { CaseReference } from "./loadCase.ts";
import { caseRecord } from "./tables.ts";

interface CaseFilter {
  readonly state?: CaseState | null;
  readonly consentState?: ConsentState | null;
}

/**
 * The cases that the grant reaches, by reference. Filtering by consent reveals consent, so it keeps only cases
 * whose consent the grant reaches as well.
 *
 * @throws SubgraphError FIELD_NOT_GRANTED for a filter by consent without a grant for consent; INVALID_INPUT for page arguments
 */
export async function queryCases(
  _parent: unknown,
  args: PageArguments & { readonly filter?: CaseFilter | null },
  { database, grant }: SubgraphContext,
): Promise<Connection<CaseReference>> {
  const size = pageSize(args);
  const after = decodeCursor(args, 1);
  const matching = matchingCases(grant, args.filter ?? {});
  const rows = await database
    .select({ caseRef: caseRecord.caseRef })
    .from(caseRecord)
    .where(and(matching, after === null ? undefined : gt(caseRecord.caseRef, String(after[0]))))
    .orderBy(asc(caseRecord.caseRef))
    .limit(size + 1);
  return connection(
    rows,
    size,
    args,
    ({ caseRef }) => [caseRef],
    (row) => row,
    async () => {
      const [total] = await database.select({ cases: count() }).from(caseRecord).where(matching);
      return total?.cases ?? 0;
    },
  );
}

function matchingCases(grant: GrantView, { state, consentState }: CaseFilter): SQL | undefined {
  const reached = casePredicate(grant, "CASE", caseRecord.caseRef, caseRecord.personRef);
  const conditions = [reached, keptOn(caseRecord, grant.date)];
  if (state) conditions.push(eq(caseRecord.state, state));
  if (consentState) {
    if (grant.reading("PROSECUTOR_CONSENT").length === 0) throw new SubgraphError("FIELD_NOT_GRANTED");
    conditions.push(hasCurrentConsent(grant, consentState));
  }
  return and(...conditions);
}

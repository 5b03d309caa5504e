import { and, inArray, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { keptOn } from "../shell/keptOn.ts";
import { factReference, presentOffice, presentProvenance } from "../shell/presentFact.ts";
import { recordPredicate } from "../shell/relationPredicate.ts";
import type { TypeResolvers } from "../shell/Subgraph.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { type CaseReference, type CaseRow, loadCase } from "./loadCase.ts";
import { recordTypes } from "./recordTypes.ts";
import {
  admissionDecision,
  caseConference,
  caseEvent,
  type caseFactTables,
  type caseRecord,
  deadline,
  measure,
  prosecutorConsent,
} from "./tables.ts";

/** Fields of `Case`. Each part of a case is one statement for all cases of a page. */
export const caseResolvers: TypeResolvers = {
  __resolveReference: ({ caseRef }: CaseReference) => ({ caseRef }),
  person,
  state: ofCase(({ state }) => state),
  rrk: ofCase(({ rrk }) => presentOffice(rrk)),
  lead: ofCase(({ lead }) => lead),
  openedOn: ofCase(({ openedOn }) => openedOn),
  closedOn: ofCase(({ closedOn }) => closedOn),
  closingOutcome: ofCase(({ closingOutcome }) => closingOutcome),
  ground: ofCase(({ ground }) => ground),
  proposedBy: ofCase(({ proposedBy }) => presentOffice(proposedBy)),
  proposalReason: ofCase(({ proposalReason }) => proposalReason),
  factReferences: ofCase((row) => [factReference(row)]),
  provenance: ofCase(presentProvenance),
  history: partOf("history", caseEvent, caseEvent.number),
  admissionDecisions: partOf("admissionDecisions", admissionDecision, admissionDecision.position),
  conferences: partOf("conferences", caseConference, caseConference.position),
  measures: partOf("measures", measure, measure.position, ({ grant }) =>
    recordPredicate(grant, "MEASURE", recordTypes.Measure),
  ),
  consents: partOf("consents", prosecutorConsent, prosecutorConsent.position, ({ grant }) =>
    recordPredicate(grant, "PROSECUTOR_CONSENT", recordTypes.ProsecutorConsent),
  ),
  deadlines: partOf("deadlines", deadline, deadline.dueOn),
};

/** From the directory, not from the case: a case out of reach then costs as many statements as one that does not exist. */
async function person({ caseRef }: CaseReference, _args: unknown, context: SubgraphContext) {
  const { dataSubject } = await context.relationFacts({ type: "Case", key: caseRef });
  return dataSubject === null ? null : { personRef: dataSubject };
}

function ofCase(read: (row: CaseRow) => unknown) {
  return async (parent: CaseReference, _args: unknown, context: SubgraphContext) => {
    const row = await loadCase(context, parent);
    return row === null ? null : read(row);
  };
}

/** The rows of a table that belong to the case, in an order that ends with their ids. What was due for deletion is gone. */
function partOf(
  name: string,
  table: Exclude<(typeof caseFactTables)[number], typeof caseRecord>,
  order: PgColumn,
  condition: (context: SubgraphContext) => SQL | undefined = () => undefined,
) {
  return ({ caseRef }: CaseReference, _args: unknown, context: SubgraphContext) =>
    context.loadRows(
      `casework.${name}`,
      caseRef,
      (caseRefs) =>
        context.database
          .select()
          .from(table as PgTable)
          .where(and(inArray(table.caseRef, [...caseRefs]), keptOn(table, context.grant.date), condition(context)))
          .orderBy(table.caseRef, order, table.factId),
      (row) => row.caseRef as string,
    );
}

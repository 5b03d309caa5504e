import { inArray } from "drizzle-orm";
import { presentOffice } from "../shell/presentFact.ts";
import type { TypeResolvers } from "../shell/Subgraph.ts";
import type { SubgraphContext } from "../shell/SubgraphContext.ts";
import { type CaseReference, type CaseRow, loadCase } from "./loadCase.ts";
import { admissionDecision, caseConference, caseEvent, deadline, measure, prosecutorConsent } from "./tables.ts";

/** Fields of `Case`. Each part of a case is one statement for all cases of a page. */
export const caseResolvers: TypeResolvers = {
  __resolveReference: ({ caseRef }: CaseReference) => ({ caseRef }),
  person,
  state: ofCase(({ state }) => state),
  rrk: ofCase(({ rrk }) => presentOffice(rrk)),
  lead: ofCase(({ lead }) => lead),
  openedOn: ofCase(({ openedOn }) => openedOn),
  closedOn: ofCase(({ closedOn }) => closedOn),
  ground: ofCase(({ ground }) => ground),
  proposedBy: ofCase(({ proposedBy }) => presentOffice(proposedBy)),
  proposalReason: ofCase(({ proposalReason }) => proposalReason),
  history: partOf("history", async ({ database }, caseRefs) => {
    const rows = database.select().from(caseEvent).where(inArray(caseEvent.caseRef, caseRefs));
    return (await rows.orderBy(caseEvent.caseRef, caseEvent.number)).map(withOffice);
  }),
  admissionDecisions: partOf("admissionDecisions", ({ database }, caseRefs) =>
    database
      .select()
      .from(admissionDecision)
      .where(inArray(admissionDecision.caseRef, caseRefs))
      .orderBy(admissionDecision.caseRef, admissionDecision.position),
  ),
  conferences: partOf("conferences", async ({ database }, caseRefs) => {
    const rows = database.select().from(caseConference).where(inArray(caseConference.caseRef, caseRefs));
    return (await rows.orderBy(caseConference.caseRef, caseConference.position)).map((row) => ({
      ...row,
      participants: row.participants.map(presentOffice),
    }));
  }),
  measures: partOf("measures", async ({ database }, caseRefs) => {
    const rows = database.select().from(measure).where(inArray(measure.caseRef, caseRefs));
    return (await rows.orderBy(measure.caseRef, measure.position)).map(withOffice);
  }),
  consents: partOf("consents", async ({ database }, caseRefs) => {
    const rows = database.select().from(prosecutorConsent).where(inArray(prosecutorConsent.caseRef, caseRefs));
    return (await rows.orderBy(prosecutorConsent.caseRef, prosecutorConsent.position)).map(withOffice);
  }),
  deadlines: partOf("deadlines", ({ database }, caseRefs) =>
    database
      .select()
      .from(deadline)
      .where(inArray(deadline.caseRef, caseRefs))
      .orderBy(deadline.caseRef, deadline.dueOn, deadline.id),
  ),
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

function partOf<R extends CaseReference>(
  name: string,
  read: (context: SubgraphContext, caseRefs: string[]) => Promise<R[]>,
) {
  return ({ caseRef }: CaseReference, _args: unknown, context: SubgraphContext) =>
    context.loadRows(
      `casework.${name}`,
      caseRef,
      (caseRefs) => read(context, [...caseRefs]),
      (row) => row.caseRef,
    );
}

function withOffice<R extends { readonly office: string }>(row: R) {
  return { ...row, office: presentOffice(row.office) };
}

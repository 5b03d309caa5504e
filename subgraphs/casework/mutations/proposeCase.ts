import { randomInt } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { subjectHolder } from "../../../schema/subjectHolder.ts";
import type { GrantView } from "../../shell/grantView.ts";
import type { Database } from "../../shell/openStore.ts";
import { drawCase } from "../../shell/rating/drawCase.ts";
import { personPredicate } from "../../shell/relationPredicate.ts";
import type { SubgraphContext } from "../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { relation } from "../../shell/tables.ts";
import { caseFact } from "../caseFact.ts";
import { caseRecord, socialConductReport } from "../tables.ts";
import { appendEvent } from "../workflow/appendEvent.ts";
import { caseMachine } from "../workflow/caseMachine.ts";
import { refuseSecondCase } from "../workflow/refuseSecondCase.ts";
import { tellStep } from "../workflow/tellStep.ts";
import { addWorkingTime } from "../workingTime/addWorkingTime.ts";
import { actingPerson } from "./actingPerson.ts";
import { asWriting } from "./asWriting.ts";
import type { CasePayload } from "./CasePayload.ts";
import { conductReportRows } from "./conductReportRows.ts";
import { type Proposal, type ProposeCaseInput, readProposal } from "./readProposal.ts";
import { relate } from "./relate.ts";
import { relateKeepers } from "./relateKeepers.ts";

/** Least number of a case that is proposed while the system runs, of nine digits; synthetic cases have fewer. */
const numberMin = 100_000_000;

/**
 * Proposes a person. The person must be within reach of the grant; the case is new, by a number of its own, and is drawn for an own
 * estimate or not.
 *
 * @throws SubgraphError INVALID_INPUT; NOT_FOUND for a person that does not exist or is out of reach; CONFLICT where the
 * requester sees an open case of the person at the same RRK. Open cases that it does not see never show.
 */
export async function proposeCase(
  _parent: unknown,
  { input }: { readonly input: ProposeCaseInput },
  { database, grant }: SubgraphContext,
): Promise<CasePayload> {
  actingPerson(grant);
  const proposal = readProposal(input, grant);
  const caseRef = await database.transaction(async (transaction) => {
    await requirePersonInReach(transaction, grant, proposal.personRef);
    await refuseSecondCase(transaction, grant, proposal);
    return insertCase(transaction, grant, proposal);
  });
  return { case: { caseRef } };
}

/** The directory tells of a person; a relation that needs no row does not make one exist. */
async function requirePersonInReach(transaction: Database, grant: GrantView, personRef: string): Promise<void> {
  const inReach = personPredicate(asWriting(grant), caseMachine.propose.may, relation.personRef);
  const found = await transaction
    .select({ personRef: relation.personRef })
    .from(relation)
    .where(and(eq(relation.personRef, personRef), inReach))
    .limit(1);
  if (found.length === 0) throw new SubgraphError("NOT_FOUND");
}

async function insertCase(transaction: Database, grant: GrantView, proposal: Proposal): Promise<string> {
  const { personRef, rrk, events, workingMinutes } = proposal;
  const since = grant.date;
  const caseRef = await insertUnderOwnNumber(transaction, grant, proposal);
  const position = await appendEvent(transaction, grant, { caseRef, personRef }, caseMachine.propose.event);
  await addWorkingTime(transaction, grant, caseMachine.propose.mutation, workingMinutes);
  await tellStep(transaction, grant, caseMachine.propose, { caseRef, personRef, position });
  if (events.length > 0) {
    await transaction.insert(socialConductReport).values(conductReportRows(personRef, grant.office, events));
  }
  await relate(transaction, { office: rrk, personRef, kind: "OWN_CASE", caseRef, since });
  await relate(transaction, { office: subjectHolder(personRef), personRef, kind: "SELF", caseRef, since });
  if (grant.office !== rrk) {
    await relate(transaction, { office: grant.office, personRef, kind: "PARTICIPATING_CASE", caseRef, since });
  }
  await drawCase(transaction, caseRef);
  await relateKeepers(transaction, { personRef, caseRef, rrk, since });
  return caseRef;
}

/** A number that was drawn, not counted: a gap between two would tell an office of cases that others have opened. */
async function insertUnderOwnNumber(transaction: Database, grant: GrantView, proposal: Proposal): Promise<string> {
  const { personRef, rrk, ground, reason } = proposal;
  const since = grant.date;
  for (;;) {
    const caseRef = `FM-${since.slice(0, 4)}-${randomInt(numberMin, numberMin * 10)}`;
    const inserted = await transaction
      .insert(caseRecord)
      .values({
        ...caseFact("case", { caseRef, personRef, office: grant.office, on: since, at: sql`now()` }),
        state: caseMachine.propose.to,
        rrk,
        openedOn: since,
        ground,
        proposedBy: grant.office,
        proposalReason: reason,
      })
      .onConflictDoNothing({ target: caseRecord.caseRef })
      .returning({ caseRef: caseRecord.caseRef });
    if (inserted.length > 0) return caseRef;
  }
}

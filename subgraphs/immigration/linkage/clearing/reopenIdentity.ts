import { and, eq, ne } from "drizzle-orm";
import type { Database } from "../../../shell/openStore.ts";
import type { SubgraphContext } from "../../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../../shell/SubgraphError.ts";
import { personTicket } from "../../../shell/tables.ts";
import { preparePerson } from "../compare/preparePerson.ts";
import { weightsInUse } from "../model/Weights.ts";
import { closeFile } from "../store/closeFile.ts";
import { decideTicket } from "../store/decideTicket.ts";
import { findCandidates } from "../store/findCandidates.ts";
import { announcedPerson, linkageAct } from "../tables.ts";
import { act } from "./act.ts";
import { askClearing } from "./askClearing.ts";
import { clearingOffices } from "./clearingOffices.ts";

/**
 * Takes back whom a ticket stands for, and asks: its facts are parked again by whoever keeps them. A file that was opened for this ticket, to
 * which no other ticket points and about which nothing else was recorded here, is closed.
 *
 * @throws SubgraphError NOT_FOUND for an unknown ticket, one that is not decided, and, to the office that may not know of blocked persons, one
 *   that stands for such a person
 */
export function reopenIdentity(
  _parent: unknown,
  { input }: { readonly input: { readonly ticket: string; readonly reason: string } },
  context: SubgraphContext,
) {
  const { grant } = context;
  const { ticket } = input;
  return act(context, input.reason, async ({ transaction, record }) => {
    const [described] = await transaction.select().from(announcedPerson).where(eq(announcedPerson.ticket, ticket));
    const personRef = await decidedPerson(transaction, ticket);
    if (described === undefined || personRef === null) throw new SubgraphError("NOT_FOUND");
    const candidatesOf = async () =>
      (await findCandidates(transaction, [preparePerson(described)], grant.date))[0] ?? [];
    const before = await candidatesOf();
    if (before.some((each) => each.isBlocked) && grant.office !== clearingOffices.blocked)
      throw new SubgraphError("NOT_FOUND");
    await decideTicket(transaction, ticket, null);
    if (await wasOpenedFor(transaction, ticket, personRef)) await closeFile(transaction, personRef, grant.date);
    const { askBitsMin } = weightsInUse().bands;
    const likely = (await candidatesOf()).filter((each) => each.bits >= askBitsMin || each.personRef === personRef);
    await askClearing(transaction, ticket, likely, grant.date);
    return record({ act: "REOPENED", ticket, personRef });
  });
}

async function decidedPerson(transaction: Database, ticket: string): Promise<string | null> {
  const [row] = await transaction.select().from(personTicket).where(eq(personTicket.ticket, ticket));
  return row?.personRef ?? null;
}

async function wasOpenedFor(transaction: Database, ticket: string, personRef: string): Promise<boolean> {
  const created = and(
    eq(linkageAct.act, "CREATED"),
    eq(linkageAct.ticket, ticket),
    eq(linkageAct.personRef, personRef),
  );
  const others = and(eq(personTicket.personRef, personRef), ne(personTicket.ticket, ticket));
  return (await transaction.$count(linkageAct, created)) > 0 && (await transaction.$count(personTicket, others)) === 0;
}

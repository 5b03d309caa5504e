import { eq } from "drizzle-orm";
import type { GrantView } from "../../../shell/grantView.ts";
import type { Database } from "../../../shell/openStore.ts";
import { preparePerson } from "../compare/preparePerson.ts";
import { weightsInUse } from "../model/Weights.ts";
import { findCandidates } from "../store/findCandidates.ts";
import { announcedPerson } from "../tables.ts";
import { askClearing } from "./askClearing.ts";

/** Asks a question again with the candidates that there are now. A person still answers it: what was asked is not decided by a machine. */
export async function refreshQuestion(transaction: Database, ticket: string, { date }: GrantView): Promise<void> {
  const [described] = await transaction.select().from(announcedPerson).where(eq(announcedPerson.ticket, ticket));
  if (described === undefined) return;
  const [candidates = []] = await findCandidates(transaction, [preparePerson(described)], date);
  const { askBitsMin } = weightsInUse().bands;
  await askClearing(
    transaction,
    ticket,
    candidates.filter(({ bits }) => bits >= askBitsMin),
    date,
  );
}

import { and, isNotNull, ne } from "drizzle-orm";
import type { GrantView } from "../../../shell/grantView.ts";
import type { Database } from "../../../shell/openStore.ts";
import { blockingKeys } from "../blockingKeys.ts";
import { type Described, preparePerson } from "../compare/preparePerson.ts";
import { placeDescriptions } from "../store/placeDescriptions.ts";
import { announcedPerson } from "../tables.ts";
import { endQuestion } from "./endQuestion.ts";

/**
 * Decides anew on the open questions that somebody who has come on file could answer: a second description of the same person waits beside
 * the first, and would have a second file opened.
 */
export async function askAgain(
  transaction: Database,
  created: Described & { readonly ticket: string },
  grant: GrantView,
  operationId: string,
): Promise<void> {
  const keys = new Set(blockingKeys(preparePerson(created)));
  const open = await transaction
    .select()
    .from(announcedPerson)
    .where(and(isNotNull(announcedPerson.clearingOffice), ne(announcedPerson.ticket, created.ticket)));
  const near = open.filter((each) => blockingKeys(preparePerson(each)).some((key) => keys.has(key)));
  for (const { ticket } of near) await endQuestion(transaction, ticket, grant.date);
  await placeDescriptions(transaction, near, grant, operationId);
}

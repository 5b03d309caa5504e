import type { SubgraphContext } from "../../../shell/SubgraphContext.ts";
import { SubgraphError } from "../../../shell/SubgraphError.ts";
import { isComplete } from "../isComplete.ts";
import { readDescription } from "../readDescription.ts";
import { createPerson } from "../store/createPerson.ts";
import { decideTicket } from "../store/decideTicket.ts";
import { act } from "./act.ts";
import { askAgain } from "./askAgain.ts";
import { endQuestion } from "./endQuestion.ts";
import { openQuestion } from "./openQuestion.ts";

interface DecideIdentityInput {
  readonly ticket: string;
  readonly personRef?: string | null;
  readonly reason: string;
  readonly competentAuthority?: string | null;
  readonly citizenships?: readonly string[] | null;
}

/**
 * Decides whom a description is of: a candidate, or, without one, somebody for whom a file is opened. The directory says so in the same
 * transaction.
 *
 * @throws SubgraphError NOT_FOUND for a ticket that the office is not asked about, and for a person who is no candidate; INVALID_INPUT
 *   where a file would lack its authority or citizenship
 */
export function decideIdentity(
  _parent: unknown,
  { input }: { readonly input: DecideIdentityInput },
  context: SubgraphContext,
) {
  const { grant, operationId } = context;
  const { ticket, personRef = null } = input;
  return act(context, input.reason, async ({ transaction, record }) => {
    const { described, candidates } = await openQuestion(transaction, grant, ticket);
    if (personRef !== null) {
      if (!candidates.has(personRef)) throw new SubgraphError("NOT_FOUND");
      await endQuestion(transaction, ticket, grant.date);
      await decideTicket(transaction, ticket, personRef);
      return record({ act: "LINKED", ticket, personRef });
    }
    const { competentAuthority, citizenships } = readDescription(
      {
        ...described,
        competentAuthority: described.competentAuthority ?? input.competentAuthority ?? null,
        citizenships: described.citizenships.length > 0 ? described.citizenships : (input.citizenships ?? []),
      },
      "input",
      grant,
    );
    const completed = { ...described, competentAuthority, citizenships };
    if (!isComplete(completed)) {
      const field = competentAuthority === null ? "competentAuthority" : "citizenships";
      throw new SubgraphError(
        "INVALID_INPUT",
        "A file needs an immigration authority and a citizenship.",
        `input.${field}`,
      );
    }
    await endQuestion(transaction, ticket, grant.date);
    const created = await createPerson(transaction, completed, described.office, grant);
    await decideTicket(transaction, ticket, created);
    const id = await record({ act: "CREATED", ticket, personRef: created });
    await askAgain(transaction, completed, grant, operationId);
    return id;
  });
}

import { z } from "zod";
import { asOperation } from "../asOperation.ts";
import { GatewayError } from "../errors.ts";
import type { House } from "../House.ts";
import type { HttpAnswer } from "../HttpExchange.ts";
import type { IdentifiedBy } from "../identify.ts";
import { type AccessAnswer, accessAnswer, type Recipient } from "./AccessAnswer.ts";
import { accessAnswerQuery } from "./accessAnswerQuery.ts";

/** What the draft is made from. */
export interface ReadAnswer {
  readonly person: AccessAnswer;
  readonly recipients: readonly Recipient[];
}

/** Pages of recipients that one answer has at most: 5,000 accesses. */
const pagesMax = 50;

/** Faults would leave a gap in the answer that nobody sees; what a prohibition withholds of a record is meant to be left out. */
const page = z.object({
  data: z.object({ person: accessAnswer }),
  errors: z.array(z.object({ extensions: z.object({ code: z.literal("UNAUTHORIZED_FIELD_OR_TYPE") }) })).optional(),
});

/**
 * What the rules let a person be told, asked by the desk. Each page is an operation like any other, and on record as a disclosure.
 *
 * @returns an answer that is no whole page, as it is: to be handed on
 * @throws GatewayError as `answer` does; LIMIT_EXCEEDED for more accesses than an answer may hold
 */
export async function readAnswer(
  request: IdentifiedBy,
  personRef: string,
  house: House,
): Promise<ReadAnswer | HttpAnswer> {
  const asking = asOperation(request, house);
  const recipients: Recipient[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < pagesMax; pages += 1) {
    const reply = await asking({ query: accessAnswerQuery, variables: { personRef, after } });
    const read = page.safeParse(JSON.parse(reply.body));
    if (!read.success) return reply;
    const { person } = read.data.data;
    recipients.push(...(person.accesses?.edges ?? []).flatMap(({ node }) => node ?? []));
    if (person.accesses?.pageInfo?.hasNextPage !== true) return { person, recipients };
    after = person.accesses.pageInfo.endCursor;
  }
  throw new GatewayError("LIMIT_EXCEEDED", `The answer would name more than ${pagesMax * 100} accesses.`);
}

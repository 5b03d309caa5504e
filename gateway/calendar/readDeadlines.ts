import { z } from "zod";
import { asOperation } from "../asOperation.ts";
import { GatewayError } from "../errors.ts";
import type { House } from "../House.ts";
import type { HttpAnswer } from "../HttpExchange.ts";
import type { IdentifiedBy } from "../identify.ts";
import type { CalendarDeadline } from "./CalendarDeadline.ts";

const query = `query DeadlineCalendar($after: String) {
  cases(first: 200, after: $after, filter: { deadlineUntil: "9999-12-31" }, orderBy: NEXT_DEADLINE) {
    pageInfo { hasNextPage endCursor }
    edges { node { caseRef deadlines { id subject norm dueOn } } }
  }
}`;

/** Pages that one calendar has at most: 5,000 cases. */
const pagesMax = 25;

const text = z.string();
const deadline = z.object({ id: text, subject: text, norm: text, dueOn: text });
const page = z.object({
  data: z.object({
    cases: z.object({
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: text.nullable() }),
      edges: z.array(z.object({ node: z.object({ caseRef: text, deadlines: z.array(deadline) }) })),
    }),
  }),
  errors: z.undefined().optional(),
});

/**
 * The deadlines of the requester's cases from the date of the question on. Each page is an operation like any other, and on record.
 *
 * @returns an answer that is no whole page, as it is: to be handed on
 * @throws GatewayError as `answer` does; LIMIT_EXCEEDED for more cases than a calendar may hold
 */
export async function readDeadlines(
  request: IdentifiedBy,
  house: House,
): Promise<readonly CalendarDeadline[] | HttpAnswer> {
  const today = house.date();
  const asking = asOperation(request, house);
  const found: CalendarDeadline[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < pagesMax; pages += 1) {
    const reply = await asking({ query, variables: { after } });
    const read = page.safeParse(JSON.parse(reply.body));
    if (!read.success) return reply;
    const { edges, pageInfo } = read.data.data.cases;
    for (const { node } of edges)
      for (const each of node.deadlines) if (each.dueOn >= today) found.push({ ...each, caseRef: node.caseRef });
    if (!pageInfo.hasNextPage) return found.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
    after = pageInfo.endCursor;
  }
  throw new GatewayError("LIMIT_EXCEEDED", `The calendar would hold more than ${pagesMax * 200} cases. State a case.`);
}

import { z } from "zod";
import { personRefPattern } from "../schema/personRefPattern.ts";
import { erasingEntry } from "./accessEntry.ts";
import { disguising } from "./disguising.ts";
import { GatewayError } from "./errors.ts";
import type { House } from "./House.ts";
import type { IdentifiedBy } from "./identify.ts";
import { record } from "./record.ts";
import { withRight } from "./withRight.ts";

const many = 100;

const orderBody = z.strictObject({
  persons: z.array(z.string().regex(personRefPattern)).max(many).default([]),
  cases: z.array(z.string().min(1).max(64)).max(many).default([]),
  /** Reasons that were stated, whole: free text can name a data subject. */
  reasons: z.array(z.string().min(1).max(500)).max(many).default([]),
  /** Norm or order: stands in the log for good. */
  because: z
    .string()
    .min(10)
    .max(500)
    .refine((text) => text.isWellFormed() && !disguising.test(text)),
});

/**
 * Has rows of this gateway's key table erased, for whom the rules let. The order is on record before it is carried out,
 * by who gave it and why, and names nobody whom it is to forget.
 *
 * @returns number of rows
 * @throws GatewayError
 */
export function orderErasure(request: IdentifiedBy, body: unknown, house: House): Promise<{ readonly rows: number }> {
  return withRight(request, house, ["WRITE", "ACCESS_ERASURE"], async (asked) => {
    const { because, ...named } = readOrder(body);
    const { occasion, requester } = asked;
    await record(
      house.log,
      erasingEntry({ ...asked, occasion: { ...occasion, id: house.newId() } }, "erasures", "ATTEMPTED"),
    );
    const rows = await house.log
      .erase({ id: house.newId(), at: occasion.at, actor: requester.person, because }, named)
      .catch((error: unknown) => {
        throw new GatewayError("MUTATION_UNCERTAIN", null, {}, error);
      });
    await record(house.log, erasingEntry(asked, "erasures", "ANSWERED"));
    return { rows };
  });
}

function readOrder(body: unknown): z.infer<typeof orderBody> {
  const order = orderBody.safeParse(body).data;
  if (order === undefined || order.persons.length + order.cases.length + order.reasons.length === 0) {
    const sentence = `Send {"persons": [references], "cases": [references], "reasons": [texts], "because": norm or order, 10 to 500 characters without line breaks and control characters}, 1 to ${many} of each.`;
    throw new GatewayError("MALFORMED_REQUEST", sentence);
  }
  return order;
}

import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { askNews } from "../askNews.ts";
import type { House } from "../House.ts";
import { newsLimits } from "../newsLimits.ts";
import type { Requester } from "../Requester.ts";
import type { Receiver } from "./readReceivers.ts";
import { WebhookDispatcher } from "./WebhookDispatcher.ts";

const query = `query Webhook($kinds: [NoticeKind!]!, $after: String) {
  notices(kinds: $kinds, after: $after, first: 1) { edges { cursor node { id kind caseRef personRef at fetch } } }
}`;

/**
 * Delivers to all receivers, each at its own pace: one that hangs holds up no other.
 *
 * @param folder where the states are kept
 * @returns call it to stop: what is under way is finished
 * @throws Error where the state of a receiver cannot be read
 */
export function dispatchWebhooks(
  receivers: readonly Receiver[],
  house: () => House,
  folder: string,
): () => Promise<void> {
  const stopping = new AbortController();
  const isStopped = () => stopping.signal.aborted;
  const dispatchers = receivers.map((receiver) => ({
    receiver,
    dispatcher: new WebhookDispatcher({
      receiver,
      ask: (after) => askNews(house(), requesterOf(receiver), { kinds: receiver.kinds, after }, query),
      report: (detail) => house().report("failure", detail),
      stateFile: join(folder, `${receiver.id}.json`),
    }),
  }));
  const running = dispatchers.map(async ({ receiver, dispatcher }) => {
    while (!isStopped()) {
      const pause = await dispatcher.run(isStopped).catch((error: unknown) => {
        house().report("failure", { receiver: receiver.id, error });
        return newsLimits.pauseMillisecondsMax;
      });
      const wait = Math.min(pause, newsLimits.pauseMillisecondsMax);
      await setTimeout(wait, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  });
  return async () => {
    stopping.abort();
    await Promise.all(running);
  };
}

function requesterOf({ id, office, role, responsiblePerson }: Receiver): Requester {
  return {
    office,
    holder: office,
    role,
    person: `webhook:${id}`,
    responsiblePerson,
    client: "sichtfeld-webhooks",
    purposes: ["NOTIFICATION"],
    purpose: "NOTIFICATION",
    caseRef: null,
    reason: "Zustellung von Mitteilungen (Webhook)",
  };
}

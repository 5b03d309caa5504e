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

/** Under the name of notices, so that what is asked for in both is read alike. An acknowledged one is not among them any more. */
const corrections = `query WebhookCorrections($after: String) {
  notices: correctionNotices(after: $after, first: 1) { edges { cursor node { id kind fact version at } } }
}`;

/**
 * Delivers notices and corrections to all receivers, each at its own pace: one that hangs holds up no other.
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
  const report = (detail: Readonly<Record<string, unknown>>) => house().report("failure", detail);
  const ofNotices = receivers.map((receiver) => ({
    receiver,
    dispatcher: new WebhookDispatcher({
      receiver,
      ask: (after) => askNews(house(), requesterOf(receiver), { kinds: receiver.kinds, after }, query),
      report,
      stateFile: join(folder, `${receiver.id}.json`),
    }),
  }));
  const ofCorrections = receivers
    .filter((receiver) => receiver.corrections)
    .map((receiver) => ({
      receiver,
      dispatcher: new WebhookDispatcher({
        receiver,
        type: "correction",
        ask: (after) => askNews(house(), requesterOf(receiver), { after }, corrections),
        report,
        stateFile: join(folder, `${receiver.id}.corrections.json`),
      }),
    }));
  const dispatchers = [...ofNotices, ...ofCorrections];
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

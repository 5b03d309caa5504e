import { Webhook } from "standardwebhooks";
import type { failures } from "./DeliveryState.ts";
import type { Receiver } from "./readReceivers.ts";

/** What is sent of one notice. */
export interface SentNotice {
  readonly id: string;
  readonly caseRef?: string | null;
  /** Of a correction: the reference of the fact that the office has. */
  readonly fact?: string;
}

/** What is sent: that something happened, or that what the office was told is corrected, restricted, released from that or erased. */
export type NoticeType = "notice" | "correction";

/**
 * Sends one notice, signed by the Standard Webhooks specification. It counts as delivered when the receiver answers 2xx and repeats its id in the
 * header `webhook-id`: a server that says 200 to whatever comes has taken nothing. Redirects are not followed, and the answer's body is not read.
 *
 * @param at instant of sending: receivers refuse an old one
 * @returns null where it was delivered
 */
export async function postNotice(
  { url, secret }: Pick<Receiver, "url" | "secret">,
  type: NoticeType,
  notice: SentNotice,
  at: Date,
  millisecondsMax: number,
): Promise<Exclude<(typeof failures)[number], "HELD_BACK"> | null> {
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data: notice });
  const headers = {
    "content-type": "application/json",
    "webhook-id": notice.id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign(notice.id, at, body),
  };
  const signal = AbortSignal.timeout(millisecondsMax);
  try {
    const reply = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
    await reply.body?.cancel();
    if (reply.status >= 300 && reply.status < 400) return "REDIRECTED";
    if (!reply.ok) return "REFUSED";
    return reply.headers.get("webhook-id") === notice.id ? null : "NOT_ACKNOWLEDGED";
  } catch {
    return signal.aborted ? "TIMED_OUT" : "UNREACHABLE";
  }
}

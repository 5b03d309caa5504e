import type { FastifyInstance, FastifyRequest } from "fastify";
import { decodeJwt } from "jose";
import { z } from "zod";
import type { Asked } from "./accessEntry.ts";
import { type ErrorCode, errorCodes, GatewayError } from "./errors.ts";
import { failIdentification } from "./failIdentification.ts";
import type { House } from "./House.ts";
import type { IdentifiedBy } from "./identify.ts";
import { authorization } from "./identity/authorization.ts";
import { NewsStream } from "./NewsStream.ts";
import { newsLimits } from "./newsLimits.ts";
import type { Requester } from "./Requester.ts";
import { refuse } from "./refuse.ts";

export interface NewsStreamOptions {
  readonly house: () => House;
  readonly identifiedBy: (request: FastifyRequest) => IdentifiedBy;
  /** Milliseconds between two looks; the limit by default. */
  readonly pauseMilliseconds?: number;
}

const asked = z.object({
  kinds: z
    .string()
    .regex(/^[A-Z_]+(,[A-Z_]+)*$/)
    .transform((text) => text.split(",")),
  after: z.string().min(1).max(500).optional(),
});

/**
 * Fastify plugin: `GET /notices/stream?kinds=A,B&after=CURSOR`, a `text/event-stream` that says only that there is news after a cursor. The notices
 * themselves are read by `notices(after:)`. Token, purpose and reason as for a query; the stream ends with the token.
 */
export async function newsStreamRoutes(fastify: FastifyInstance, options: NewsStreamOptions): Promise<void> {
  const { house, identifiedBy, pauseMilliseconds = newsLimits.pauseMillisecondsMax } = options;
  const open = new Map<NewsStream, string>();

  fastify.get("/notices/stream", async (request, reply) => {
    const standing = house();
    const now = standing.now();
    const occasion = { id: standing.newId(), at: now.toISOString(), date: standing.date(), trace: null };
    const requester = await standing
      .identify(identifiedBy(request))
      .catch((error: unknown) => failIdentification(error, occasion, standing));
    const { policy } = standing;
    const unread: Asked = { occasion, requester, policy, operation: null, document: null, decision: null };
    const parsed = asked.safeParse(request.query);
    if (!parsed.success) throw await refuse(unreadable(standing, requester), unread, standing);
    const who = `${requester.office} ${requester.person}`;
    const own = [...open.values()].filter((each) => each === who).length;
    if (own >= newsLimits.streamsOfOneMax || open.size >= newsLimits.streamsMax)
      throw await refuse(
        new GatewayError("TOO_MANY_REQUESTS", "Too many event streams are open. Close one, or ask by query."),
        unread,
        standing,
      );
    const { exp = 0 } = decodeJwt(authorization(request.raw.rawHeaders).token);
    const endsAt = Math.min(exp * 1000, now.getTime() + newsLimits.streamMillisecondsMax);
    const { kinds, after = null } = parsed.data;
    const stream = new NewsStream({ house, requester, kinds, after, endsAt, pauseMilliseconds });
    open.set(stream, who);
    try {
      // A purpose that is missing, and what the office may not be told, is refused as a query is, before a stream begins.
      const first = await stream.look();
      if ("refused" in first)
        throw new GatewayError(first.refused in errorCodes ? (first.refused as ErrorCode) : "MALFORMED_REQUEST");
      reply.hijack();
      const { raw } = reply;
      raw.on("close", () => stream.stop());
      if (raw.destroyed) return;
      raw.writeHead(200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
        // Nothing else is asked on it: a server that closes does not wait for it to be used again.
        connection: "close",
      });
      await stream.write(raw, first.text);
      raw.end();
      raw.socket?.destroySoon();
    } finally {
      open.delete(stream);
    }
  });
  // The server waits for connections that are in use: these end when it begins to close.
  fastify.addHook("preClose", async () => {
    for (const stream of open.keys()) stream.stop();
  });
}

/** Counted like any request, which what can be read is by the question that follows it. */
function unreadable({ wear, now }: House, requester: Requester): unknown {
  try {
    wear.admitRequest(requester, now());
  } catch (error) {
    return error;
  }
  const sentence = "Name kinds of notice, with commas between: /notices/stream?kinds=MEASURE_DUE.";
  return new GatewayError("MALFORMED_REQUEST", sentence);
}

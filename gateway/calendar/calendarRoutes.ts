import type { FastifyInstance, FastifyRequest } from "fastify";
import type { House } from "../House.ts";
import type { IdentifiedBy } from "../identify.ts";
import { deadlineCalendar } from "./deadlineCalendar.ts";
import { readDeadlines } from "./readDeadlines.ts";

export interface CalendarRoutesOptions {
  readonly house: () => House;
  readonly identifiedBy: (request: FastifyRequest) => IdentifiedBy;
}

/** Fastify plugin: `GET /fristen.ics`, with the token and the purpose in the headers of any request. */
export async function calendarRoutes(fastify: FastifyInstance, options: CalendarRoutesOptions): Promise<void> {
  fastify.get("/fristen.ics", async (request, reply) => {
    const house = options.house();
    const read = await readDeadlines(options.identifiedBy(request), house);
    if ("status" in read) return reply.code(read.status).headers(read.headers).send(read.body);
    return reply
      .type("text/calendar; charset=utf-8")
      .header("content-disposition", 'attachment; filename="fristen.ics"')
      .send(deadlineCalendar(read, house.now()));
  });
}

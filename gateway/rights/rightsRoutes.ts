import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { GatewayError } from "../errors.ts";
import type { House } from "../House.ts";
import type { IdentifiedBy } from "../identify.ts";
import { composeAnswer } from "./composeAnswer.ts";
import { readAnswer } from "./readAnswer.ts";
import { renderApart } from "./renderApart.ts";

export interface RightsRoutesOptions {
  readonly house: () => House;
  readonly identifiedBy: (request: FastifyRequest) => IdentifiedBy;
}

const body = z.strictObject({ personRef: z.string().max(100), request: z.string().max(100) });

/**
 * Fastify plugin: `POST /auskunft.pdf`, with the token, purpose, file and reason in the headers of any request, and the person and the request in
 * the body: nothing of a person stands in an address. A person out of reach and one that does not exist give the same 404.
 */
export async function rightsRoutes(fastify: FastifyInstance, options: RightsRoutesOptions): Promise<void> {
  fastify.post("/auskunft.pdf", async (request, reply) => {
    const wanted = body.safeParse(request.body);
    if (!wanted.success) throw new GatewayError("MALFORMED_REQUEST");
    const house = options.house();
    const { personRef, request: requestId } = wanted.data;
    const read = await readAnswer(options.identifiedBy(request), personRef, house);
    if ("status" in read) {
      // A person that is not there is no fault of an operation, and no answer either.
      if (read.status === 200) throw new GatewayError("NOT_FOUND_ROUTE");
      return reply.code(read.status).headers(read.headers).send(read.body);
    }
    const purposes = new Map([...house.policy.purposes.values()].map(({ id, german }) => [id, german]));
    const answer = composeAnswer(read.person, read.recipients, requestId, purposes);
    return reply
      .type("application/pdf")
      .header("content-disposition", 'attachment; filename="auskunft.pdf"')
      .send(await renderApart(answer, house.now()));
  });
}

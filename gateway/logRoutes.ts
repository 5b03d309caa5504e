import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { parseShardName } from "../schema/accessLogNames.ts";
import { parseTilePath } from "../schema/tlog/tilePath.ts";
import type { ShardEnd } from "./audit/endShards.ts";
import { readTile } from "./audit/readTile.ts";
import { GatewayError } from "./errors.ts";
import type { House } from "./House.ts";
import type { IdentifiedBy } from "./identify.ts";
import { orderEnd } from "./orderEnd.ts";
import { orderErasure } from "./orderErasure.ts";
import { readEntries } from "./readEntries.ts";

export interface LogRoutesOptions {
  /** Folder of the whole log. */
  readonly folder: string;
  /** The instance that this gateway writes: it serves no other. */
  readonly instance: string;
  /** Ends what is over in it. */
  readonly end: () => Promise<readonly ShardEnd[]>;
  readonly house: () => House;
  readonly identifiedBy: (request: FastifyRequest) => IdentifiedBy;
}

/**
 * Fastify plugin: orders to erase rows of the key table and to end a shard, and the trees of this gateway's log as C2SP tlog-tiles, under `/log/<instance>/<shard>/`. Checkpoint and hash tiles are
 * open, for witnesses and monitors; bundles of entries are for whom the rules let read every access record.
 */
export async function logRoutes(fastify: FastifyInstance, options: LogRoutesOptions): Promise<void> {
  const { folder, instance, house, identifiedBy } = options;

  fastify.post<{ Params: { instance: string } }>("/log/:instance/erasures", async (request, reply) => {
    if (request.params.instance !== instance) throw new GatewayError("NOT_FOUND_ROUTE");
    return reply.send(await orderErasure(identifiedBy(request), request.body, house()));
  });

  fastify.delete<{ Params: { instance: string; shard: string } }>("/log/:instance/:shard", async (request, reply) => {
    const { instance: named, shard } = request.params;
    if (named !== instance) throw new GatewayError("NOT_FOUND_ROUTE");
    return reply.send(await orderEnd(identifiedBy(request), instance, shard, options.end, house()));
  });

  fastify.get<{ Params: { instance: string; shard: string; "*": string } }>(
    "/log/:instance/:shard/*",
    async (request, reply) => {
      const { instance: named, shard, "*": path } = request.params;
      if (named !== instance || parseShardName(shard) === null) throw new GatewayError("NOT_FOUND_ROUTE");
      const own = join(folder, instance, shard);
      if (path === "checkpoint") {
        const checkpoint = await readFile(join(own, path)).catch(() => null);
        if (checkpoint === null) throw new GatewayError("NOT_FOUND_ROUTE");
        return reply.type("text/plain; charset=utf-8").send(checkpoint);
      }
      const place = parseTilePath(path);
      if (place === null) throw new GatewayError("NOT_FOUND_ROUTE");
      if (place.level === "entries") {
        const bytes = await readEntries(identifiedBy(request), `${instance}/${shard}`, own, place, house());
        return reply.type("application/octet-stream").send(bytes);
      }
      const bytes = await readTile(own, place);
      if (bytes === null) throw new GatewayError("NOT_FOUND_ROUTE");
      // A tile never changes, and tells of nobody.
      return reply
        .type("application/octet-stream")
        .header("cache-control", "public, max-age=86400, immutable")
        .send(bytes);
    },
  );
}

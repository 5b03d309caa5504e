import { readFile } from "node:fs/promises";
import { Supergraph } from "@apollo/federation-internals";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { askOverHttp } from "./askOverHttp.ts";
import { PlansGateway } from "./PlansGateway.ts";

/** A foreign gateway that serves. */
export interface ForeignGateway {
  /** Its GraphQL endpoint. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Serves a supergraph with nothing withheld, on loopback alone.
 *
 * @throws Error with one line where the file cannot be read or holds no supergraph
 */
export async function startForeignGateway(supergraphFile: string, port: number): Promise<ForeignGateway> {
  const sdl = await readFile(supergraphFile, "utf8").catch(() => {
    throw new Error(`${supergraphFile} cannot be read. Name the file of a supergraph's SDL.`);
  });
  const subgraphs = Supergraph.build(sdl).subgraphsMetadata();
  const { ask, close } = askOverHttp(new Map(subgraphs.map(({ name, url }) => [name, url])));
  const server = new ApolloServer({
    gateway: new PlansGateway(sdl, ask),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const { url } = await startStandaloneServer(server, { listen: { port, host: "127.0.0.1" } });
  return {
    url: `${url}graphql`,
    async stop() {
      await server.stop();
      await close();
    },
  };
}

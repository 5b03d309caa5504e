import { readFileSync } from "node:fs";
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { readSettings } from "../../gateway/settings.ts";
import { grantHeader } from "../../schema/grant.ts";
import { givenGrants } from "./givenGrants.ts";
import { serveParent } from "./serveParent.ts";

/*
 * @apollo/gateway as its manual sets it up, without filter and record, over the subgraphs of this project. They answer nobody
 * without a grant, so it sends one that it is given.
 */
process.env.APOLLO_TELEMETRY_DISABLED = "true";
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const { subgraphUrls, grantKeyFile } = readSettings(process.env);
const grants = await givenGrants(grantKeyFile);

const server = new ApolloServer({
  gateway: new ApolloGateway({
    supergraphSdl: readFileSync(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8"),
    buildService: ({ name }) =>
      new RemoteGraphQLDataSource({
        url: subgraphUrls?.get(name) ?? "",
        willSendRequest: ({ request }) => request.http?.headers.set(grantHeader, grants.of(name)),
      }),
    logger: silent,
  }),
  includeStacktraceInErrorResponses: false,
  stopOnTerminationSignals: false,
  logger: silent,
});
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" } });

serveParent(new URL("/graphql", url).href, { grant: grants.take }, async () => {
  grants.stop();
  await server.stop();
});

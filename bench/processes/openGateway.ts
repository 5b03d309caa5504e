import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { PlansGateway } from "../../gateway/foreign/PlansGateway.ts";
import { SubgraphPool } from "../../gateway/SubgraphPool.ts";
import { readSettings } from "../../gateway/settings.ts";
import { grantHeader } from "../../schema/grant.ts";
import { givenGrants } from "./givenGrants.ts";
import { serveParent } from "./serveParent.ts";

/* The gateway's own way of running plans, with nothing withheld and nothing recorded, in the bare gateway's place. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const { subgraphUrls, grantKeyFile } = readSettings(process.env);
const grants = await givenGrants(grantKeyFile);
const pools = new Map([...(subgraphUrls ?? [])].map(([name, url]) => [name, new SubgraphPool(url)]));
const sdl = readFileSync(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8");

const server = new ApolloServer({
  gateway: new PlansGateway(sdl, async ({ subgraph, query, variables, operationName }) => {
    const body = JSON.stringify({ query, variables, operationName });
    const answer = await pools
      .get(subgraph)
      ?.post({ headers: { [grantHeader]: grants.of(subgraph) }, body, repeatable: true });
    return JSON.parse(answer?.text ?? "{}");
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

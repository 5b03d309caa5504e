import { readFileSync } from "node:fs";
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { GrantSigner } from "../../gateway/GrantSigner.ts";
import { grantKeys } from "../../gateway/grantKeys.ts";
import { readSettings } from "../../gateway/settings.ts";
import { type GrantClaims, grantHeader } from "../../schema/grant.ts";
import { serveParent } from "./serveParent.ts";

/** Half of a grant's life. */
const renewalMilliseconds = 30_000;

/*
 * @apollo/gateway as its manual sets it up, without filter and record, over the subgraphs of this project. They answer nobody
 * without a grant, so it sends one that it is given; signing happens beside the requests, not in them.
 */
process.env.APOLLO_TELEMETRY_DISABLED = "true";
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const { subgraphUrls, grantKeyFile } = readSettings(process.env);
const { privateKey } = await grantKeys(grantKeyFile);
const grants = new Map<string, string>();
let granted: Readonly<Record<string, GrantClaims>> = {};

const server = new ApolloServer({
  gateway: new ApolloGateway({
    supergraphSdl: readFileSync(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8"),
    buildService: ({ name }) =>
      new RemoteGraphQLDataSource({
        url: subgraphUrls?.get(name) ?? "",
        willSendRequest: ({ request }) => request.http?.headers.set(grantHeader, grants.get(name) ?? ""),
      }),
    logger: silent,
  }),
  includeStacktraceInErrorResponses: false,
  stopOnTerminationSignals: false,
  logger: silent,
});
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" } });
const renewal = setInterval(() => void renew(), renewalMilliseconds);

serveParent(new URL("/graphql", url).href, { grant }, async () => {
  clearInterval(renewal);
  await server.stop();
});

/** Uses grants with these claims from now on. */
async function grant(claims: Readonly<Record<string, GrantClaims>>): Promise<void> {
  granted = claims;
  await renew();
}

/** A new signer each time, for one gives out what it signed before. */
async function renew(): Promise<void> {
  const signer = new GrantSigner(privateKey);
  for (const [name, claims] of Object.entries(granted)) grants.set(name, await signer.sign(claims, name));
}

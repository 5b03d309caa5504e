import { ApolloGateway } from "@apollo/gateway";
import { type DocumentNode, GraphQLError, parse } from "graphql";
import type { Ask } from "../../../gateway/plans/Ask.ts";
import type { PlanResult } from "../../../gateway/plans/compileOperation.ts";
import type { DrawnOperation } from "./drawOperation.ts";

/** What an operation came to; `thrown` where nothing came of it. */
export type Outcome = PlanResult & { readonly thrown?: true };

/** Runs operations by @apollo/gateway's own executor. */
export interface BareExecutor {
  run(operation: DrawnOperation, ask: Ask): Promise<Outcome>;
  stop(): Promise<void>;
}

/** @param supergraphSdl as it was composed */
export async function bareExecutor(supergraphSdl: string): Promise<BareExecutor> {
  process.env.APOLLO_TELEMETRY_DISABLED = "true";
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => ({
      async process({ request: { query = "", variables = {}, operationName = null }, context }) {
        const { ask } = context as { ask: Ask };
        const kind = query.startsWith("mutation") ? "mutation" : "query";
        return (await ask({ subgraph: name, query, variables, operationName, kind })) as never;
      },
    }),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const { executor } = await gateway.load();
  return {
    async run({ text, variables }, ask) {
      const document: DocumentNode = parse(text);
      const context = {
        document,
        source: text,
        queryHash: text,
        operationName: "Drawn",
        operation: document.definitions[0],
        request: { query: text, variables },
        context: { ask },
        schema: gateway.schema,
        metrics: {},
        logger: { debug() {}, info() {}, warn() {}, error() {} },
        overallCachePolicy: { restrict() {}, policyIfCacheable: () => null },
      };
      try {
        return (await executor(context as unknown as Parameters<typeof executor>[0])) as PlanResult;
      } catch (error) {
        return { thrown: true, errors: [new GraphQLError((error as Error).message)] };
      }
    },
    stop: () => gateway.stop(),
  };
}

import { GraphQLError } from "graphql";
import type { Ask, SubgraphReply } from "../plans/Ask.ts";
import { SubgraphPool } from "../SubgraphPool.ts";

/** Codes that a subgraph's HTTP status stands for; other failures have none of their own. */
const codes: Readonly<Record<number, string>> = { 401: "UNAUTHENTICATED", 403: "FORBIDDEN" };

/** The way to subgraphs that ask for no grant. */
export interface HttpAsk {
  readonly ask: Ask;
  close(): Promise<void>;
}

/** @param urls subgraph → address of its GraphQL endpoint */
export function askOverHttp(urls: ReadonlyMap<string, string>): HttpAsk {
  const pools = new Map([...urls].map(([name, url]) => [name, new SubgraphPool(url)]));
  return {
    async ask({ subgraph, query, variables, operationName, kind }) {
      const pool = pools.get(subgraph);
      if (pool === undefined) throw new Error(`Couldn't find service with name "${subgraph}"`);
      const { status, text } = await pool.post({
        headers: {},
        body: JSON.stringify(operationName === null ? { query, variables } : { query, variables, operationName }),
        repeatable: kind === "query",
      });
      if (status < 200 || status > 299) {
        const code = codes[status];
        throw new GraphQLError(`The subgraph "${subgraph}" answered with status ${status}.`, {
          extensions: code === undefined ? {} : { code },
        });
      }
      return read(text, subgraph);
    },
    close: async () => void (await Promise.all([...pools.values()].map((pool) => pool.close()))),
  };
}

function read(text: string, subgraph: string): SubgraphReply {
  const parsed: unknown = parse(text);
  if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed;
  throw new GraphQLError(`The subgraph "${subgraph}" answered with something other than a JSON object.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

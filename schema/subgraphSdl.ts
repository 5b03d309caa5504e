import { readFileSync } from "node:fs";
import { type DocumentNode, parse } from "graphql";

const room = new URL("./", import.meta.url);

/**
 * The SDL of one subgraph as it is served: directives, shared value types and the subgraph's own file.
 *
 * @param name name in the roster, for example `immigration`
 * @throws when the file is missing or is no SDL
 */
export function subgraphSdl(name: string): DocumentNode {
  const parts = ["directives", "shared", name].map((part) => readFileSync(new URL(`${part}.graphql`, room), "utf8"));
  return parse(parts.join("\n"));
}

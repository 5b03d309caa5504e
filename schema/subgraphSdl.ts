import { readFileSync } from "node:fs";
import { type DocumentNode, Kind, parse, Source } from "graphql";

const room = new URL("./", import.meta.url);

/**
 * The SDL of one subgraph as it is served: directives, shared value types and the subgraph's own file.
 *
 * @param name name in the roster, for example `immigration`
 * @throws when the file is missing or is no SDL
 */
export function subgraphSdl(name: string): DocumentNode {
  const parts = ["directives", "shared", name].map((part) => `${part}.graphql`);
  const definitions = parts.flatMap(
    (file) => parse(new Source(readFileSync(new URL(file, room), "utf8"), `schema/${file}`)).definitions,
  );
  return { kind: Kind.DOCUMENT, definitions };
}

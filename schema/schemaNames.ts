import { readFileSync } from "node:fs";
import { parse, visit } from "graphql";

let read: ReadonlySet<string> | undefined;

/** Every name in the schema of all subgraphs, read once. */
export function schemaNames(): ReadonlySet<string> {
  if (read !== undefined) return read;
  const names = new Set<string>();
  const sdl = readFileSync(new URL("supergraph.graphql", import.meta.url), "utf8");
  visit(parse(sdl, { noLocation: true }), { Name: ({ value }) => void names.add(value) });
  read = names;
  return read;
}

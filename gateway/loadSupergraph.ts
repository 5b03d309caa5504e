import { readFileSync } from "node:fs";
import { categoryIndex } from "../schema/categoryIndex.ts";
import { subgraphNames } from "../schema/subgraphNames.ts";
import { subgraphSdl } from "../schema/subgraphSdl.ts";
import { readSupergraph, type Supergraph } from "./Supergraph.ts";

/** The committed supergraph, with the categories that each subgraph serves. */
export function loadSupergraph(): Supergraph {
  const sdl = readFileSync(new URL("../schema/supergraph.graphql", import.meta.url), "utf8");
  const categoriesOf = new Map(
    subgraphNames.map((name) => [name, new Set([...categoryIndex(subgraphSdl(name)).values()].flat())]),
  );
  return readSupergraph(sdl, categoriesOf);
}

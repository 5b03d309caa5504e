import { composeServices } from "@apollo/composition";
import { categoryIndex } from "./categoryIndex.ts";
import { checkDerived } from "./checkDerived.ts";
import { checkDescriptions } from "./checkDescriptions.ts";
import { checkInterfaces } from "./checkInterfaces.ts";
import { checkKeys } from "./checkKeys.ts";
import { checkLink } from "./checkLink.ts";
import { checkProvenance } from "./checkProvenance.ts";
import { checkSubgraph } from "./checkSubgraph.ts";
import type { SubgraphSource } from "./SubgraphSource.ts";

/** What composing gave: the supergraph, or the faults that prevent it. */
export type Composition =
  | { readonly supergraphSdl: string; readonly faults: null }
  | { readonly supergraphSdl: null; readonly faults: readonly string[] };

/**
 * Composes the supergraph. Each subgraph is checked by itself first, then all together; composition errors and hints are faults
 * alike, because a hint is how composition says that it dropped one of two differing directives.
 */
export function composeSupergraph(subgraphs: readonly SubgraphSource[]): Composition {
  const together = categoryIndex(...subgraphs.map(({ sdl }) => sdl));
  const ownFaults = [
    ...subgraphs.flatMap(({ name, sdl }) => [
      ...checkLink(name, sdl),
      ...checkSubgraph(name, sdl),
      ...checkDerived(name, sdl, categoryIndex(sdl)),
      ...checkProvenance(name, sdl),
    ]),
    ...checkInterfaces(subgraphs, together),
    ...checkKeys(subgraphs, together),
    ...checkDescriptions(subgraphs.map(({ sdl }) => sdl)),
  ];
  if (ownFaults.length > 0) return { supergraphSdl: null, faults: ownFaults };
  const result = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: `http://${name}.invalid/graphql`, typeDefs: sdl })),
  );
  const faults = [
    ...(result.errors ?? []).map((error) => `composition: ${error.message}`),
    ...(result.hints ?? []).map((hint) => `composition hint: ${hint.message}`),
  ];
  if (faults.length > 0 || result.supergraphSdl === undefined) return { supergraphSdl: null, faults };
  return { supergraphSdl: result.supergraphSdl, faults: null };
}

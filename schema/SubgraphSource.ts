import type { DocumentNode } from "graphql";

/** A subgraph to compose. */
export interface SubgraphSource {
  readonly name: string;
  readonly sdl: DocumentNode;
}

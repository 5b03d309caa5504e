import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { readSupergraph, type Supergraph } from "../../gateway/Supergraph.ts";
import { categoryIndex } from "../../schema/categoryIndex.ts";
import { composeSupergraph } from "../../schema/composeSupergraph.ts";

const specification = "https://specs.sichtfeld.example/data/v1.0";
const imported = [
  "@key",
  "@requires",
  "@external",
  "@shareable",
  "@inaccessible",
  "@composeDirective",
  "@interfaceObject",
];

/** What a subgraph of other people links; by default what directives.graphql links. */
export interface Linking {
  readonly federation?: readonly (string | { readonly name: string; readonly as: string })[];
  /** Name that the subgraph gives to @data. */
  readonly data?: string;
}

/** SDL of a subgraph that other people wrote. */
export function foreignSubgraph(types: string, { federation = imported, data = "@data" }: Linking = {}): string {
  const imports = federation.map((each) =>
    typeof each === "string" ? JSON.stringify(each) : `{ name: "${each.name}", as: "${each.as}" }`,
  );
  const own = data === "@data" ? '"@data"' : `{ name: "@data", as: "${data}" }`;
  return `extend schema
    @link(url: "https://specs.apollo.dev/link/v1.0")
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports.join(", ")}])
    @link(url: "${specification}", import: [${own}])
    @composeDirective(name: "${data}")
  directive ${data}(category: String!) repeatable on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
  ${types}`;
}

/** What `npm run schema` says against these subgraphs, apart from descriptions and provenance, which are no concern here. */
export function faultsOf(...subgraphs: readonly string[]): readonly string[] {
  const { faults } = composeSupergraph(subgraphs.map((sdl, index) => ({ name: `s${index}`, sdl: parse(sdl) })));
  return (faults ?? []).filter((fault) => !/has no description|without its source/.test(fault));
}

/** The supergraph as Apollo alone composes it, without our checks: what the gateway would be given if they were not. */
export function uncheckedSupergraph(...subgraphs: readonly string[]): Supergraph {
  const documents = subgraphs.map((sdl) => parse(sdl));
  const { supergraphSdl, errors } = composeServices(
    documents.map((typeDefs, index) => ({ name: `s${index}`, url: "http://none.invalid", typeDefs })),
  );
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join("\n"));
  const served = documents.map(
    (sdl, index) => [`s${index}`, new Set([...categoryIndex(sdl).values()].flat())] as const,
  );
  return readSupergraph(supergraphSdl, new Map(served));
}

import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@requires", "@external", "@shareable", "@interfaceObject"])`;

/** Five subgraphs with what plans can hold: interfaces, unions, nested lists, derived fields of derived fields, an interface object. */
export const subgraphTexts: Readonly<Record<string, string>> = {
  people: `${link}
    type Query {
      people(first: Int = 3, kind: Kind): [Person!]
      node(id: ID!): Node
      things: [Thing]
      matrix: [[Person]]
      strict: Strict!
      maybe: Strict
      me: Person!
    }
    type Mutation { hire(name: String!): Person  fire(id: ID!): Strict }
    enum Kind { X Y Z }
    interface Node @key(fields: "id") { id: ID! label: String }
    type Person implements Node @key(fields: "id") {
      id: ID! label: String name: String! age: Int kind: Kind friends: [Person] best: Node boss: Person! things: [Thing!] rows: [[Person!]!]
    }
    type Pet implements Node @key(fields: "id") { id: ID! label: String owner: Person! }
    type Rock { hard: Boolean! weight: Float }
    union Thing = Person | Pet | Rock
    type Strict { must: String! deep: Strict list: [Int!]! odd(of: Filter): Float }
    input Filter { kind: Kind not: Filter }`,
  scores: `${link}
    type Query { best: Person pet(id: ID!): Pet }
    type Mutation { adopt: Pet }
    type Person @key(fields: "id") { id: ID! score: Int! email(domain: String = "x"): String pets: [Pet!]! inputs: Inputs }
    type Inputs { p: Int q: [Sub!] }
    type Sub { r: String }
    type Pet @key(fields: "id") { id: ID! height: Int }`,
  ratings: `${link}
    type Query { levels: [Person!]! }
    type Person @key(fields: "id") {
      id: ID! score: Int! @external inputs: Inputs @external level: String!
      rating: Float @requires(fields: "score inputs { p q { r } }")
    }
    type Inputs { p: Int @external q: [Sub!] @external }
    type Sub { r: String @external }
    type Pet @key(fields: "id") { id: ID! height: Int @external size: String @requires(fields: "height") }`,
  ranks: `${link}
    type Query { nodes: [Node!] ranked(first: Int!): Node }
    type Node @interfaceObject @key(fields: "id") { id: ID! rank: Int seal(of: Int): String! }`,
  verdicts: `${link}
    type Query { judged: [Person] }
    type Person @key(fields: "id") { id: ID! rating: Float @external verdict: String @requires(fields: "rating") }`,
};

/** The five, composed. */
export function composeDiffering(): string {
  const services = Object.entries(subgraphTexts).map(([name, sdl]) => ({
    name,
    url: `http://${name}.invalid`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join("\n"));
  return supergraphSdl;
}

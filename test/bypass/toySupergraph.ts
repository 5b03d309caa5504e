import { foreignSubgraph, uncheckedSupergraph } from "./foreignSubgraphs.ts";

const inherit = '@data(category: "INHERIT")';
const judged = `relationFacts: [String!]! @inaccessible @data(category: "RELATION_FACTS")
  dataSubject: String @inaccessible @data(category: "RELATION_FACTS")`;

/** A small supergraph with what the real one does not have: a union of protected members, and records inside records. */
export const toySupergraph = uncheckedSupergraph(
  foreignSubgraph(`
  type Query {
    either: Either @data(category: "CASE")
    people: [Person!] @data(category: "CASE")
    files: [File!] @data(category: "CASE")
  }
  union Either = Book | Film
  type Book { secret: String @data(category: "CUSTODY") title: String @data(category: "CASE") }
  type Film { title: String @data(category: "CASE") more: String @data(category: "MEASURE") }
  type Person @key(fields: "ref") {
    ref: ID! ${inherit}
    name: String @data(category: "IDENTITY")
    friends: [Person!] @data(category: "CASE")
    ${judged}
  }
  type File @key(fields: "id") {
    id: ID! ${inherit}
    about: Person @data(category: "PERSON_REFERENCE")
    ${judged}
  }`),
);

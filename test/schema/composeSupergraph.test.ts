import { readFileSync } from "node:fs";
import { parse, Source } from "graphql";
import { describe, expect, test } from "vitest";
import { categoryIndex } from "../../schema/categoryIndex.ts";
import { composeSupergraph } from "../../schema/composeSupergraph.ts";

const directives = readFileSync(new URL("../../schema/directives.graphql", import.meta.url), "utf8");

function compose(...sdl: readonly string[]) {
  return composeSupergraph(
    sdl.map((text, index) => ({ name: `s${index}`, sdl: parse(new Source(directives + text, `s${index}.graphql`)) })),
  );
}

const provenance = '"Its source." provenance: Provenance @shareable @data(category: "INHERIT")';
const origin = '"Source." type Provenance @shareable { "Counted from 1." version: Int @data(category: "INHERIT") }';

/** A person with these fields, and with provenance for them. */
const person = (fields: string) => `
  type Query { person: Person @data(category: "PERSON_REFERENCE") }
  type Person @key(fields: "ref") { ref: ID! @data(category: "INHERIT") ${fields} ${provenance} }
  ${origin}`;

/** A subgraph without fault; it is described throughout. */
const described = `
  "What can be asked."
  type Query {
    "One person."
    person("Which." by: Filter @data(category: "INHERIT")): Person @data(category: "PERSON_REFERENCE")
  }
  "A person."
  type Person @key(fields: "ref") {
    "Opaque reference."
    ref: ID! @data(category: "INHERIT")
    "Since when."
    since: Day @data(category: "IDENTITY")
    ${provenance}
  }
  ${origin}
  "What fits."
  input Filter {
    "In which state."
    state: State @data(category: "CASE")
  }
  "States."
  enum State {
    "Not closed."
    OPEN @data(category: "INHERIT")
  }
  "A day."
  scalar Day`;

describe("What npm run schema refuses, and how it says so", () => {
  const faults: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["a field without a category", [person("name: String")], /^s0: Person\.name carries no data category/],
    [
      "a category that nobody knows",
      [person('name: String @data(category: "NAME")')],
      /^s0: Person\.name names the unknown data category "NAME"/,
    ],
    [
      "an argument without a category",
      [person('cases(first: Int): String @data(category: "CASE")')],
      /^s0: Person\.cases\(first:\) carries no data category/,
    ],
    [
      "an input field without a category",
      [
        `${person('a(by: Filter @data(category: "INHERIT")): String @data(category: "CASE")')} input Filter { name: String }`,
      ],
      /^s0: Filter\.name carries no data category/,
    ],
    [
      "a value of an enum that is used as input, without a category",
      [`${person('a(by: Order @data(category: "INHERIT")): String @data(category: "CASE")')} enum Order { NAME }`],
      /^s0: Order\.NAME carries no data category/,
    ],
    [
      "a protected field as key",
      ['type Query { p: P @data(category: "CASE") } type P @key(fields: "n") { n: ID @data(category: "AZR_NUMBER") }'],
      /^s0: P\.n is a key and must be INHERIT/,
    ],
    [
      "a field that can be withheld and cannot be null",
      [person('name: String! @data(category: "IDENTITY")')],
      /^s0: Person\.name can be withheld and must be nullable/,
    ],
    [
      "a derived field that only inherits",
      [
        person('name: String @data(category: "IDENTITY")'),
        `type Person @key(fields: "ref") { ref: ID! @data(category: "INHERIT")
          name: String @external @data(category: "IDENTITY") initial: String @requires(fields: "name") @data(category: "INHERIT") }`,
      ],
      /^s1: Person\.initial is derived by @requires/,
    ],
    [
      "a root field that only inherits: nothing leads to it",
      ['type Query { count: Int @data(category: "INHERIT") }'],
      /^s0: Query\.count is a root field/,
    ],
    [
      "a fact without its source",
      [
        'type Query { stay: Stay @data(category: "TOLERATION") } type Stay { validUntil: String @data(category: "TOLERATION") }',
      ],
      /^s0: Stay\.validUntil states a fact without its source/,
    ],
    [
      "a fact whose provenance is none",
      [
        `type Query { stay: Stay @data(category: "TOLERATION") }
          type Stay { validUntil: String @data(category: "TOLERATION") provenance: String @data(category: "INHERIT") }`,
      ],
      /^s0: Stay\.validUntil states a fact without its source/,
    ],
    [
      "a field that two subgraphs give out without saying so",
      [
        described,
        `type Person @key(fields: "ref") { ref: ID! @data(category: "INHERIT") since: Day @data(category: "IDENTITY")
          ${provenance} } ${origin} scalar Day`,
      ],
      /^composition: .*Person\.since/s,
    ],
  ];
  test.each(faults)("%s", (_, sdl, sentence) => {
    const { supergraphSdl, faults: found } = compose(...sdl);
    expect(supergraphSdl).toBeNull();
    expect(found?.some((fault) => sentence.test(fault))).toBe(true);
  });
});

describe("What npm run schema asks to be described, with the file and the line", () => {
  const line = (text: string) => (directives + described).split(text)[0]?.split("\n").length;
  const faults = [
    ["a type", "A person.", "type Person", "Person"],
    ["a field", "Since when.", "since: Day", "Person.since"],
    ["an argument", "Which.", "by: Filter", "Query.person(by:)"],
    ["an input type", "What fits.", "input Filter", "Filter"],
    ["an input field", "In which state.", "state: State", "Filter.state"],
    ["an enum", "States.", "enum State", "State"],
    ["an enum value", "Not closed.", "OPEN", "State.OPEN"],
    ["a scalar", "A day.", "scalar Day", "Day"],
  ] as const;
  test.each(faults)("%s", (_, words, node, coordinate) => {
    const sentence = `s0.graphql:${line(node)}: ${coordinate} has no description. Say above it what it is.`;
    expect(compose(described.replace(`"${words}"`, "")).faults).toEqual([sentence]);
    expect(compose(described.replace(`"${words}"`, '" "')).faults).toEqual([expect.stringContaining(coordinate)]);
  });

  test("but not twice, where several subgraphs define it", () => {
    const other = 'type Person @key(fields: "ref") { ref: ID! @data(category: "INHERIT") }';
    expect(compose(described, other).faults).toBeNull();
    expect(compose(described.replace('"A person."', ""), other).faults).toHaveLength(1);
  });
});

describe("A field that two subgraphs share", () => {
  const shared = (category: string, root: string) => `
    ${root} "A person." type Person @key(fields: "ref") { "Opaque reference." ref: ID! @data(category: "INHERIT")
      "Full name." name: String @shareable @data(category: "${category}") ${provenance} } ${origin}`;

  test("keeps the categories of both: all of them must be granted", () => {
    const { supergraphSdl, faults } = compose(
      shared("IDENTITY", '"Root." type Query { "One." person: Person @data(category: "PERSON_REFERENCE") }'),
      shared("CASE", ""),
    );
    expect(faults).toBeNull();
    expect(categoryIndex(parse(supergraphSdl ?? "")).get("Person.name")).toEqual(["CASE", "IDENTITY"]);
  });
});

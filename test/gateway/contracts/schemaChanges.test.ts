import { buildSchema } from "graphql";
import { describe, expect, test } from "vitest";
import { schemaChanges } from "../../../gateway/contracts/schemaChanges.ts";

const whole =
  "type Query { person(ref: ID!): Person } type Person { name: String sex: String } enum Order { NAME AGE }";

describe("A client is told of a change by what it does to its operations", () => {
  // biome-ignore format: a table, a row a line
  const rows: readonly (readonly [title: string, from: string, to: string, changes: readonly string[]])[] = [
    ["a field is taken away", "sex: String", "", ["BREAKING Person.sex was removed."]],
    ["a value is added that it may not know", "NAME AGE", "NAME AGE RANK", ["CAREFUL RANK was added to enum type Order."]],
    ["an argument is added that it need not give", "(ref: ID!)", "(ref: ID!, at: ID)", ["ADDED An optional arg at on Query.person was added."]],
    ["a field is added", "sex: String", "sex: String born: String", ["ADDED Person.born was added."]],
    ["a type is added, told once and not field by field", "enum Order", "type Case { ref: ID } enum Order", ["ADDED Case was added."]],
    ["a field is described", "sex: String", '"Sex." sex: String', []],
  ];
  test.for(rows)("%s", ([, from, to, changes]) => {
    expect(whole).toContain(from);
    const found = schemaChanges(buildSchema(whole), buildSchema(whole.replace(from, to)));
    expect(found.map(({ kind, change }) => `${kind} ${change}`)).toEqual(changes);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  parse,
  validate,
} from "graphql";
import { describe, expect, test } from "vitest";
import { chance } from "./chance.ts";
import { OperationGenerator } from "./OperationGenerator.ts";
import { emptyLog } from "./ReadLog.ts";
import { Values } from "./Values.ts";

const folder = new URL("../../schema/contracts/", import.meta.url);
const contracts = readdirSync(folder).filter((name) => name.endsWith(".graphql"));
/** Operations that are drawn of a contract before all of it must have been in one. */
const operationsMax = 8000;

describe("Every field, argument, input field and enum value is drawn that operations can be made of, in valid ones", () => {
  test.each(contracts)("in the contract %s", (name) => {
    const schema = buildSchema(readFileSync(new URL(name, folder), "utf8"));
    const values = new Values({}, {}, emptyLog, "0000000000000000");
    const generator = new OperationGenerator(schema, chance(1), values);
    const wanted = coordinatesOf(schema);
    expect(wanted.size).toBeGreaterThan(0);
    for (let count = 0; count < operationsMax && wanted.size > 0; count += 1) {
      const before = wanted.size;
      const { query } = generator.draw();
      for (const coordinate of generator.drawn.keys()) wanted.delete(coordinate);
      if (wanted.size < before) expect(validate(schema, parse(query))).toEqual([]);
    }
    expect([...wanted]).toEqual([]);
  });
});

/** Everything that an operation can name, introspection's two fields included. */
function coordinatesOf(schema: GraphQLSchema): Set<string> {
  const found = new Set(["Query.__schema", "Query.__type", "Query.__type(name:)"]);
  const visit = (type: GraphQLNamedType, seen: Set<GraphQLNamedType>): void => {
    if (seen.has(type) || type.name.startsWith("__")) return;
    seen.add(type);
    if (isObjectType(type))
      for (const field of Object.values(type.getFields())) {
        found.add(`${type.name}.${field.name}`);
        visit(getNamedType(field.type), seen);
        for (const argument of field.args) {
          found.add(`${type.name}.${field.name}(${argument.name}:)`);
          visitInput(argument.type as never, seen);
        }
      }
  };
  const visitInput = (given: GraphQLNamedType, seen: Set<GraphQLNamedType>): void => {
    const type = getNamedType(given);
    if (isEnumType(type)) for (const { name } of type.getValues()) found.add(`${type.name}.${name}`);
    if (!isInputObjectType(type) || seen.has(type)) return;
    seen.add(type);
    for (const field of Object.values(type.getFields())) {
      found.add(`${type.name}.${field.name}`);
      visitInput(field.type as never, seen);
    }
  };
  const seen = new Set<GraphQLNamedType>();
  for (const root of [schema.getQueryType(), schema.getMutationType()]) if (root) visit(root, seen);
  return found;
}

import { getNamedType, isInputObjectType, isObjectType } from "graphql";
import { expect, test } from "vitest";
import { loadSupergraph } from "../../../gateway/loadSupergraph.ts";

const { apiSchema } = loadSupergraph();

/** Every output type that can be reached from a field of the log, with the fields that led there. */
function reachable(root: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  const visit = (name: string) => {
    const type = apiSchema.getType(name);
    if (!isObjectType(type) || fields.has(name)) return;
    fields.set(
      name,
      Object.values(type.getFields()).map((field) => `${field.name}: ${getNamedType(field.type).name}`),
    );
    for (const field of Object.values(type.getFields())) visit(getNamedType(field.type).name);
  };
  visit(root);
  return fields;
}

test("No number stands beside an employee in the log: of a page its count, of a fact its version, of a proof its places", () => {
  const numbers = [...reachable("AccessRecordConnection")].flatMap(([type, fields]) =>
    fields.filter((field) => /: (Int|Float)$/.test(field)).map((field) => `${type}.${field}`),
  );
  expect(numbers.sort()).toEqual([
    "AccessRecordConnection.totalCount: Int",
    "AccessRecordFact.version: Int",
    "LogEntryProof.index: Int",
    "LogEntryProof.size: Int",
  ]);
});

test("No query of the log takes an order, a group or several actors at once", () => {
  const filter = apiSchema.getType("AccessRecordFilter");
  if (!isInputObjectType(filter)) throw new Error("AccessRecordFilter is an input type.");
  expect(String(filter.getFields().actor?.type)).toBe("String");
  const args = apiSchema
    .getQueryType()
    ?.getFields()
    .accessRecords?.args.map(({ name }) => name);
  expect(args).toEqual(["first", "after", "filter"]);
});

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

/** Fields that name a member of staff. */
const staff = /^(actor|responsiblePerson|reviewer)$/;

test("Of all questions to the log, three give numbers beside accesses: of a whole detector, of a page that no actor was asked for, and of failed identifications, which name nobody", () => {
  const roots = [
    "accessRecords",
    "accessRecord",
    "accessSample",
    "accessDetectors",
    "accessExport",
    "failedIdentifications",
    "logTree",
    "logShards",
  ];
  const types = roots.flatMap((root) => [
    ...reachable(getNamedType(apiSchema.getQueryType()?.getFields()[root]?.type)?.name ?? ""),
  ]);
  const numbers = types.flatMap(([type, fields]) =>
    fields.filter((field) => /: (Int|Float)$/.test(field)).map((field) => `${type}.${field}`),
  );
  expect([...new Set(numbers)].sort()).toEqual([
    "AccessDetector.found: Int",
    "AccessDetector.judged: Int",
    "AccessRecordConnection.totalCount: Int",
    "AccessRecordFact.version: Int",
    "FailedIdentification.count: Int",
    "FailedIdentificationConnection.totalCount: Int",
    "LogEntryProof.index: Int",
    "LogEntryProof.size: Int",
    "LogShard.size: Int",
    "LogTree.size: Int",
  ]);
});

test("In the whole schema, no type that names a member of staff by the log's words has a number of its own", () => {
  const types = Object.values(apiSchema.getTypeMap()).filter(isObjectType);
  const naming = types.filter((type) => Object.keys(type.getFields()).some((field) => staff.test(field)));
  expect(naming.map(({ name }) => name).sort()).toEqual(["AccessRecord", "AccessReview"]);
  for (const type of naming)
    for (const field of Object.values(type.getFields())) expect(String(field.type)).not.toMatch(/Int|Float/);
});

test("No question to the log takes an order or a grouping, nor a member of staff but as one condition of the filter", () => {
  const fields = Object.values(apiSchema.getQueryType()?.getFields() ?? {});
  const ofLog = fields.filter(({ name, type }) => /^access/i.test(name) || /^Access/.test(getNamedType(type).name));
  expect(ofLog.map(({ name, args }) => `${name}(${args.map((arg) => arg.name)})`).sort()).toEqual([
    "accessDetectors(from,to,first)",
    "accessExport(first,after,filter)",
    "accessRecord(id)",
    "accessRecords(first,after,filter)",
    "accessSample(week)",
  ]);
  const enums = Object.keys(apiSchema.getTypeMap()).filter((name) => /^Access.*(Order|Sort|Group)/.test(name));
  expect(enums).toEqual([]);
});

import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** Dates that PostgreSQL and people can do something with. */
const yearMin = 1000;

function parseDate(value: unknown): string {
  const at = typeof value === "string" && datePattern.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (
    at === null ||
    Number.isNaN(at.getTime()) ||
    at.getUTCFullYear() < yearMin ||
    at.toISOString().slice(0, 10) !== value
  ) {
    throw new GraphQLError("A Date is written YYYY-MM-DD and must exist in the calendar.");
  }
  return value as string;
}

function parseDateTime(value: unknown): string {
  const at = typeof value === "string" && /^[1-9]\d{3}-\d{2}-\d{2}T/.test(value) ? new Date(value) : null;
  if (at === null || Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) {
    throw new GraphQLError("A DateTime is written by RFC 3339.");
  }
  return at.toISOString();
}

/** `Date` and `DateTime` of the contract. Databases give instants in their own spelling; they leave as RFC 3339 in UTC. */
export const scalars = {
  Date: new GraphQLScalarType({
    name: "Date",
    serialize: parseDate,
    parseValue: parseDate,
    parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : null),
  }),
  DateTime: new GraphQLScalarType({
    name: "DateTime",
    serialize: (value) => new Date(value instanceof Date ? value : String(value)).toISOString(),
    parseValue: parseDateTime,
    parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : null),
  }),
};

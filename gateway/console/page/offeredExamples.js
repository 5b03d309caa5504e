import { exampleQueries } from "./exampleQueries.js";

/** The example queries that fit a purpose and the requester's schema; none while the schema is not known. */
export function offeredExamples(purpose, schema) {
  return exampleQueries.filter(
    ({ purposes, fields }) => purposes.includes(purpose) && fields.every((coordinate) => isField(schema, coordinate)),
  );
}

function isField(schema, coordinate) {
  const [typeName, fieldName] = coordinate.split(".");
  return schema?.getType(typeName)?.getFields()[fieldName] !== undefined;
}

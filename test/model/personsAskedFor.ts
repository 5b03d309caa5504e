import * as graphql from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import { personRefPattern } from "../../schema/personRefPattern.ts";
import type { Asked } from "./Asked.ts";

/** References in the arguments and variables of the operation, whether there are such persons or not. */
export function personsAskedFor(
  { query, operationName, variables }: Asked,
  schema: graphql.GraphQLSchema,
): readonly string[] {
  const document = graphql.separateOperations(graphql.parse(query))[operationName ?? ""] ?? graphql.parse(query);
  const definitions = graphql.getOperationAST(document)?.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, definitions, variables);
  const written = graphql.print(graphql.visit(document, { VariableDefinition: () => null }));
  const texts = `${written} ${JSON.stringify(coerced)}`.matchAll(/"([^"\\]*)"/g);
  return [...new Set([...texts].map(([, text = ""]) => text).filter((text) => personRefPattern.test(text)))];
}

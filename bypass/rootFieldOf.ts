import { Kind, parse } from "graphql";

/** Name of the first root field of an operation. */
export function rootFieldOf(document: string): string {
  const operation = parse(document).definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const field = operation?.selectionSet.selections.find((each) => each.kind === Kind.FIELD);
  return field?.name.value ?? "__typename";
}

import { type ConstDirectiveNode, Kind, parse, type SelectionSetNode } from "graphql";

/**
 * The selections in the argument of a federation directive, for example in `@key(fields: "id owner { id }")`.
 *
 * @returns null where the directive has no such argument
 */
export function fieldSet(directive: ConstDirectiveNode, argumentName: string): SelectionSetNode | null {
  const value = directive.arguments?.find((argument) => argument.name.value === argumentName)?.value;
  if (value?.kind !== Kind.STRING) return null;
  const [operation] = parse(`{ ${value.value} }`).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : null;
}

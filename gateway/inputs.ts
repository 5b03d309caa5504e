import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type VariableDefinitionNode,
  valueFromASTUntyped,
} from "graphql";

/** Marks a value that was not given, so that a field of an input object which a variable leaves out is not used. */
const absent = Symbol("absent");

/**
 * The coordinates of every argument, input field and enum value that a field uses: what is written in the document, what
 * comes in by a variable, and what a default supplies. A null counts as use: it says something about the data as well.
 *
 * @param variables as sent; the defaults in `definitions` apply where one is missing
 */
export function usedInputs(
  node: FieldNode,
  parentType: string,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
  definitions: readonly VariableDefinitionNode[],
): readonly string[] {
  const type = schema.getType(parentType);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  if (field === undefined || field.args.length === 0) return [];
  const values = variableValues(variables, definitions);
  return field.args.flatMap((argument) => {
    const given = valueOf(
      node.arguments?.find((each) => each.name.value === argument.name),
      values,
    );
    const value = given === absent ? (argument.defaultValue ?? absent) : given;
    if (value === absent) return [];
    return [`${parentType}.${field.name}(${argument.name}:)`, ...below(value, argument)];
  });
}

function below(value: unknown, input: GraphQLArgument | GraphQLInputField): readonly string[] {
  return coordinates(value, input.type);
}

function coordinates(value: unknown, type: GraphQLInputType): readonly string[] {
  if (value === null || value === absent) return [];
  if (isNonNullType(type)) return coordinates(value, type.ofType);
  if (isListType(type)) {
    return Array.isArray(value)
      ? value.flatMap((each) => coordinates(each, type.ofType))
      : coordinates(value, type.ofType);
  }
  if (isEnumType(type)) return [`${type.name}.${String(value)}`];
  if (!isInputObjectType(type) || typeof value !== "object") return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const own = Object.hasOwn(value, field.name) ? (value as Record<string, unknown>)[field.name] : absent;
    const used = own === undefined || own === absent ? (field.defaultValue ?? absent) : own;
    return used === absent ? [] : [`${type.name}.${field.name}`, ...below(used, field)];
  });
}

function valueOf(argument: ArgumentNode | undefined, variables: ReadonlyMap<string, unknown>): unknown {
  if (argument === undefined) return absent;
  if (argument.value.kind !== Kind.VARIABLE) return valueFromASTUntyped(argument.value, Object.fromEntries(variables));
  return variables.has(argument.value.name.value) ? variables.get(argument.value.name.value) : absent;
}

function variableValues(
  variables: Readonly<Record<string, unknown>>,
  definitions: readonly VariableDefinitionNode[],
): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { variable, defaultValue } of definitions) {
    const name = variable.name.value;
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) values.set(name, variables[name]);
    else if (defaultValue !== undefined) values.set(name, valueFromASTUntyped(defaultValue));
  }
  return values;
}

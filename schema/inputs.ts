import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  valueFromASTUntyped,
} from "graphql";

/** Marks a value that was not given, so that a field of an input object which a variable leaves out is not used. */
const absent = Symbol("absent");

/**
 * The coordinates of every argument, input field and enum value that a field uses: what is written in the document, what
 * comes in by a variable, and what a default supplies. A null counts as use: it says something about the data as well.
 *
 * @param variables with the document's defaults applied
 */
export function usedInputs(
  node: FieldNode,
  parentType: string,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): readonly string[] {
  const type = schema.getType(parentType);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  if (field === undefined || field.args.length === 0) return [];
  return field.args.flatMap((argument) => {
    const given = argumentValue(
      node.arguments?.find((each) => each.name.value === argument.name),
      variables,
    );
    const value = given === absent ? (argument.defaultValue ?? absent) : given;
    if (value === absent) return [];
    return [`${parentType}.${field.name}(${argument.name}:)`, ...below(value, argument)];
  });
}

/**
 * What the value of a variable means for the inputs in use, as a text: equal texts, equal inputs. Of a scalar only whether it is
 * given and whether it is null.
 *
 * @param value undefined where the variable is not given
 */
export function inputShape(value: unknown, type: GraphQLInputType): string {
  if (value === undefined) return "-";
  if (value === null) return "0";
  return isLeafInput(type) ? "1" : `(${coordinates(value, type).join(" ")})`;
}

function isLeafInput(type: GraphQLInputType): boolean {
  return isScalarType(getNamedType(type));
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

function argumentValue(argument: ArgumentNode | undefined, variables: Readonly<Record<string, unknown>>): unknown {
  if (argument === undefined) return absent;
  if (argument.value.kind !== Kind.VARIABLE) return valueFromASTUntyped(argument.value, variables);
  const name = argument.value.name.value;
  return Object.hasOwn(variables, name) ? variables[name] : absent;
}

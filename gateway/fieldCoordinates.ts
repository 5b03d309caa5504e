import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from "graphql";

/**
 * Coordinates under which the rules on a field may stand: those of the type it is selected on, of the interfaces that type implements,
 * and of every type it may turn out to be. All of their categories must be granted, by whichever way the field is asked.
 */
export function fieldCoordinates(schema: GraphQLSchema, typeName: string, fieldName: string): readonly string[] {
  const type = schema.getType(typeName);
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  const named = [
    typeName,
    ...[...possible, ...(isObjectType(type) || isInterfaceType(type) ? [type] : [])].flatMap((each) => [
      each.name,
      ...each.getInterfaces().map((implemented) => implemented.name),
    ]),
  ];
  return [...new Set(named)].map((each) => `${each}.${fieldName}`);
}

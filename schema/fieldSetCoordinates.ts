import { Kind, type SelectionSetNode } from "graphql";

/**
 * Coordinates of all fields that a field set names, at every depth.
 *
 * @param fieldTypes coordinate → name of the type that the field gives
 */
export function fieldSetCoordinates(
  typeName: string,
  selections: SelectionSetNode,
  fieldTypes: ReadonlyMap<string, string>,
): readonly string[] {
  return selections.selections.flatMap((selection): readonly string[] => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value ?? typeName;
      return fieldSetCoordinates(on, selection.selectionSet, fieldTypes);
    }
    if (selection.kind !== Kind.FIELD || selection.name.value === "__typename") return [];
    const coordinate = `${typeName}.${selection.name.value}`;
    const below = selection.selectionSet;
    return [coordinate, ...(below ? fieldSetCoordinates(fieldTypes.get(coordinate) ?? "", below, fieldTypes) : [])];
  });
}

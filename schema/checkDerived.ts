import { type DocumentNode, type FieldDefinitionNode, Kind, parse, type SelectionSetNode } from "graphql";
import type { CategoryIndex } from "./categoryIndex.ts";

/**
 * Checks that derived data is at least as protected as what it is derived from: a field with @requires on a protected
 * field must carry a category of its own.
 *
 * @returns one sentence a fault
 */
export function checkDerived(name: string, sdl: DocumentNode, categories: CategoryIndex): readonly string[] {
  return sdl.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION
      ? (definition.fields ?? []).flatMap((field) => checkField(definition.name.value, field))
      : [],
  );

  function checkField(typeName: string, field: FieldDefinitionNode): string[] {
    const required = requiredFields(field);
    if (required === null) return [];
    const coordinate = `${typeName}.${field.name.value}`;
    const faults: string[] = [];
    if ((categories.get(coordinate) ?? ["INHERIT"]).includes("INHERIT")) {
      faults.push(`${name}: ${coordinate} is derived by @requires and must carry a data category of its own.`);
    }
    if (hasArguments(required)) {
      faults.push(`${name}: ${coordinate} requires a field with arguments, which would overwrite those of the client.`);
    }
    return faults;
  }
}

function requiredFields(field: FieldDefinitionNode): SelectionSetNode | null {
  const value = field.directives
    ?.find((directive) => directive.name.value === "requires")
    ?.arguments?.find((argument) => argument.name.value === "fields")?.value;
  if (value?.kind !== Kind.STRING) return null;
  const [operation] = parse(`{ ${value.value} }`).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : null;
}

function hasArguments(selections: SelectionSetNode): boolean {
  return selections.selections.some(
    (selection) =>
      selection.kind === Kind.FIELD &&
      ((selection.arguments ?? []).length > 0 ||
        (selection.selectionSet !== undefined && hasArguments(selection.selectionSet))),
  );
}

import { type DocumentNode, type FieldDefinitionNode, Kind, type SelectionSetNode } from "graphql";
import type { CategoryIndex } from "./categoryIndex.ts";
import { fieldSet } from "./fieldSet.ts";
import { typeDefinitions } from "./typeDefinitions.ts";

/**
 * Checks that derived data is at least as protected as what it is derived from: a field with @requires on a protected
 * field must carry a category of its own.
 *
 * @returns one sentence a fault
 */
export function checkDerived(name: string, sdl: DocumentNode, categories: CategoryIndex): readonly string[] {
  return typeDefinitions(sdl).composites.flatMap((type) =>
    (type.fields ?? []).flatMap((field) => checkField(type.name.value, field)),
  );

  function checkField(typeName: string, field: FieldDefinitionNode): string[] {
    const required = (field.directives ?? [])
      .filter((directive) => directive.name.value === "requires")
      .flatMap((directive) => fieldSet(directive, "fields") ?? []);
    if (required.length === 0) return [];
    const coordinate = `${typeName}.${field.name.value}`;
    const faults: string[] = [];
    if ((categories.get(coordinate) ?? ["INHERIT"]).includes("INHERIT")) {
      faults.push(`${name}: ${coordinate} is derived by @requires and must carry a data category of its own.`);
    }
    if (required.some(hasArguments)) {
      faults.push(`${name}: ${coordinate} requires a field with arguments, which would overwrite those of the client.`);
    }
    return faults;
  }
}

function hasArguments(selections: SelectionSetNode): boolean {
  return selections.selections.some(
    (selection) =>
      selection.kind === Kind.FIELD &&
      ((selection.arguments ?? []).length > 0 ||
        (selection.selectionSet !== undefined && hasArguments(selection.selectionSet))),
  );
}

import type { CategoryIndex } from "./categoryIndex.ts";
import { fieldSet } from "./fieldSet.ts";
import { fieldSetCoordinates } from "./fieldSetCoordinates.ts";
import { namedTypeOf } from "./namedTypeOf.ts";
import type { SubgraphSource } from "./SubgraphSource.ts";
import { typeDefinitions } from "./typeDefinitions.ts";

/**
 * Checks that no protected field is a key, at any depth and in whichever subgraph it is protected: a key travels between subgraphs
 * without anybody having asked for it.
 *
 * @param categories of all subgraphs together
 * @returns one sentence a fault
 */
export function checkKeys(subgraphs: readonly SubgraphSource[], categories: CategoryIndex): readonly string[] {
  return subgraphs.flatMap(({ name, sdl }) => {
    const { composites } = typeDefinitions(sdl);
    const fieldTypes = new Map(
      composites.flatMap((type) =>
        (type.fields ?? []).map((field) => [`${type.name.value}.${field.name.value}`, namedTypeOf(field.type)]),
      ),
    );
    const keys = composites.flatMap((type) =>
      (type.directives ?? [])
        .filter((directive) => directive.name.value === "key")
        .flatMap((directive) => fieldSet(directive, "fields") ?? [])
        .flatMap((selections) => fieldSetCoordinates(type.name.value, selections, fieldTypes)),
    );
    return [...new Set(keys)]
      .filter((coordinate) => (categories.get(coordinate) ?? []).some((category) => category !== "INHERIT"))
      .map((coordinate) => `${name}: ${coordinate} is a key and must be INHERIT: a key travels between subgraphs.`);
  });
}

import type { CategoryIndex } from "./categoryIndex.ts";
import type { SubgraphSource } from "./SubgraphSource.ts";
import { typeDefinitions } from "./typeDefinitions.ts";

/**
 * Checks that a field carries every category of the interface field that it implements: GraphQL knows no inheritance of
 * directives, so that a category on the interface alone would protect one of two ways to the same value.
 *
 * @param categories of all subgraphs together
 * @returns one sentence a fault
 */
export function checkInterfaces(subgraphs: readonly SubgraphSource[], categories: CategoryIndex): readonly string[] {
  const faults = subgraphs.flatMap(({ name, sdl }) =>
    typeDefinitions(sdl).composites.flatMap((type) =>
      (type.interfaces ?? []).flatMap((implemented) =>
        (type.fields ?? []).flatMap((field) => {
          const coordinate = `${type.name.value}.${field.name.value}`;
          const above = `${implemented.name.value}.${field.name.value}`;
          const carried = categories.get(coordinate) ?? [];
          const missing = (categories.get(above) ?? []).filter(
            (category) => category !== "INHERIT" && !carried.includes(category),
          );
          return missing.length === 0
            ? []
            : [
                `${name}: ${coordinate} implements ${above} and must carry its data category ${missing.join(", ")} too.`,
              ];
        }),
      ),
    ),
  );
  return [...new Set(faults)];
}

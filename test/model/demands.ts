import { readFileSync } from "node:fs";
import { type GraphQLInputType, getNamedType, isEnumType, isInputObjectType, parse } from "graphql";
import { categoryIndex } from "../../schema/categoryIndex.ts";

/** What the policy must permit. */
export type Demand = readonly [action: "SEE" | "WRITE" | "COMBINE", category: string];

const sdl = readFileSync(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8");
const categories = categoryIndex(parse(sdl));

/** Derived data, and what it is derived from: all of it must be granted for combination. */
const derivedFrom: Readonly<Record<string, readonly string[]>> = {
  "Person.assessment": ["RESIDENCE_FACTS", "CONDUCT_FACTS", "CASEWORK_FACTS"],
};

/** As the schema's directives say: what a field, and every input that it is given, demands. Nothing here knows of a requester. */
export const demands = {
  /** Categories of a field, `INHERIT` resolved. */
  categoriesOf(coordinate: string, inherited: readonly string[]): readonly string[] {
    const own = (categories.get(coordinate) ?? []).flatMap((each) => (each === "INHERIT" ? inherited : [each]));
    return [...new Set(own)].sort();
  },

  ofField(coordinate: string, inherited: readonly string[]): readonly Demand[] {
    const action = coordinate.startsWith("Mutation.") ? "WRITE" : "SEE";
    return [
      ...demands.categoriesOf(coordinate, inherited).map((category): Demand => [action, category]),
      ...(derivedFrom[coordinate] ?? []).map((category): Demand => ["COMBINE", category]),
    ];
  },

  /** Coordinates and categories of all that an input value uses. A null is a use as well. */
  ofInput(value: unknown, type: GraphQLInputType, coordinate: string): readonly (readonly [string, string])[] {
    if (value === undefined) return [];
    const named = getNamedType(type);
    const below = (each: unknown): readonly (readonly [string, string])[] => {
      if (each === null) return [];
      if (isEnumType(named)) return ofCoordinate(`${named.name}.${each}`);
      if (!isInputObjectType(named)) return [];
      return Object.values(named.getFields()).flatMap((field) =>
        demands.ofInput((each as Record<string, unknown>)[field.name], field.type, `${named.name}.${field.name}`),
      );
    };
    return [...ofCoordinate(coordinate), ...[value].flat().flatMap(below)];
  },
};

function ofCoordinate(coordinate: string): readonly (readonly [string, string])[] {
  const own = (categories.get(coordinate) ?? []).filter((category) => category !== "INHERIT");
  return own.map((category) => [coordinate, category] as const);
}

import { MapperKind, mapSchema, pruneSchema } from "@graphql-tools/utils";
import {
  type GraphQLArgument,
  type GraphQLFieldConfig,
  type GraphQLInputFieldConfig,
  type GraphQLSchema,
  isRequiredArgument,
} from "graphql";
import { scalars } from "../schema/scalars.ts";
import { fieldCoordinates } from "./fieldCoordinates.ts";
import type { ContractCategories } from "./policy/contractCategories.ts";
import type { Supergraph } from "./Supergraph.ts";

/**
 * Cuts an office's schema from the API: what no rule can ever grant to it does not exist in it, so that validation,
 * introspection and suggestions know nothing of it.
 */
export function contractSchema(supergraph: Supergraph, granted: ContractCategories): GraphQLSchema {
  const { apiSchema, categories } = supergraph;
  const seen = (category: string) => granted.sees.has(category);
  const written = (category: string) => granted.writes.has(category);
  const usable = (category: string) => seen(category) || written(category);
  const cut = mapSchema(apiSchema, {
    [MapperKind.OBJECT_FIELD]: (config: GraphQLFieldConfig<unknown, unknown>, name, typeName) => {
      const coordinates = fieldCoordinates(apiSchema, typeName, name);
      if (!all(coordinates, typeName === "Mutation" ? written : seen)) return null;
      const args = Object.entries(config.args ?? {});
      const kept = args.filter(([argument]) => all([`${typeName}.${name}(${argument}:)`], usable));
      const lost = args.filter((each) => !kept.includes(each));
      if (
        lost.some(([argument, definition]) => isRequiredArgument({ ...definition, name: argument } as GraphQLArgument))
      )
        return null;
      return { ...config, args: Object.fromEntries(kept) };
    },
    [MapperKind.INTERFACE_FIELD]: (config, name, typeName) =>
      all(fieldCoordinates(apiSchema, typeName, name), seen) ? config : null,
    [MapperKind.INPUT_OBJECT_FIELD]: (config: GraphQLInputFieldConfig, name, typeName) =>
      all([`${typeName}.${name}`], usable) ? config : null,
    // The composed SDL only names the scalars; with their rules, a bad date is the client's fault and never reaches a subgraph.
    [MapperKind.SCALAR_TYPE]: (type) => (type.name in scalars ? scalars[type.name as keyof typeof scalars] : type),
    // Output-only enum values carry no category; they go with the fields that give them out.
    [MapperKind.ENUM_VALUE]: (config, typeName, _schema, name) =>
      !categories.has(`${typeName}.${name}`) || all([`${typeName}.${name}`], usable) ? config : null,
  });
  return pruneSchema(cut);

  /** Whether a field or an input carries categories, and each of them can be granted. */
  function all(coordinates: readonly string[], grantable: (category: string) => boolean): boolean {
    const carried = coordinates.flatMap((coordinate) => categories.get(coordinate) ?? []);
    return carried.length > 0 && carried.every((category) => category === "INHERIT" || grantable(category));
  }
}

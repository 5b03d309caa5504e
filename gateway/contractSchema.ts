import { MapperKind, mapSchema, pruneSchema } from "@graphql-tools/utils";
import {
  type GraphQLArgument,
  type GraphQLFieldConfig,
  type GraphQLInputFieldConfig,
  type GraphQLSchema,
  isRequiredArgument,
} from "graphql";
import { scalars } from "../schema/scalars.ts";
import type { ContractCategories } from "./policy/contractCategories.ts";
import type { Supergraph } from "./Supergraph.ts";

/**
 * Cuts an office's schema from the API: what no rule can ever grant to it does not exist in it, so that validation,
 * introspection and suggestions know nothing of it.
 */
export function contractSchema(supergraph: Supergraph, granted: ContractCategories): GraphQLSchema {
  const seen = (coordinate: string) => all(coordinate, (category) => granted.sees.has(category));
  const written = (coordinate: string) => all(coordinate, (category) => granted.writes.has(category));
  const usable = (coordinate: string) =>
    all(coordinate, (category) => granted.sees.has(category) || granted.writes.has(category));
  const cut = mapSchema(supergraph.apiSchema, {
    [MapperKind.OBJECT_FIELD]: (config: GraphQLFieldConfig<unknown, unknown>, name, typeName) => {
      const coordinate = `${typeName}.${name}`;
      if (!(typeName === "Mutation" ? written(coordinate) : seen(coordinate))) return null;
      const args = Object.entries(config.args ?? {});
      const kept = args.filter(([argument]) => usable(`${coordinate}(${argument}:)`));
      const lost = args.filter((each) => !kept.includes(each));
      if (
        lost.some(([argument, definition]) => isRequiredArgument({ ...definition, name: argument } as GraphQLArgument))
      )
        return null;
      return { ...config, args: Object.fromEntries(kept) };
    },
    [MapperKind.INTERFACE_FIELD]: (config, name, typeName) => (seen(`${typeName}.${name}`) ? config : null),
    [MapperKind.INPUT_OBJECT_FIELD]: (config: GraphQLInputFieldConfig, name, typeName) =>
      usable(`${typeName}.${name}`) ? config : null,
    // The composed SDL only names the scalars; with their rules, a bad date is the client's fault and never reaches a subgraph.
    [MapperKind.SCALAR_TYPE]: (type) => (type.name in scalars ? scalars[type.name as keyof typeof scalars] : type),
    [MapperKind.ENUM_VALUE]: (config, typeName, _schema, name) => (usable(`${typeName}.${name}`) ? config : null),
  });
  return pruneSchema(cut);

  /** Output-only enum values carry no category; they go with the fields that give them out. */
  function all(coordinate: string, granted: (category: string) => boolean): boolean {
    return (supergraph.categories.get(coordinate) ?? []).every(
      (category) => category === "INHERIT" || granted(category),
    );
  }
}

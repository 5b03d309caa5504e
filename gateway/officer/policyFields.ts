import { type GraphQLSchema, getNamedType, isInterfaceType, isObjectType } from "graphql";
import type { PolicyDemand, PolicyField } from "../../schema/policyRecord/PolicyRecord.ts";
import type { Supergraph } from "../Supergraph.ts";

/** What must be granted for each coordinate of the API, in the order of their names. */
export function policyFields(supergraph: Supergraph): readonly PolicyField[] {
  const { apiSchema, categories, required } = supergraph;
  const mutation = apiSchema.getMutationType()?.name;
  const leading = leadingFields(apiSchema);
  return [...coordinatesOf(apiSchema)].sort().map((coordinate) => ({
    coordinate,
    inherits: !(categories.get(coordinate) ?? []).every(isOwn),
    ways: waysTo(coordinate),
  }));

  function waysTo(coordinate: string): readonly (readonly PolicyDemand[])[] {
    const [typeName = "", name = ""] = coordinate.split(".");
    const type = apiSchema.getType(typeName);
    const isField = (isObjectType(type) || isInterfaceType(type)) && name in type.getFields();
    const actions: PolicyDemand["actions"] = isField ? [typeName === mutation ? "WRITE" : "SEE"] : ["SEE", "WRITE"];
    const behind = (required.get(coordinate) ?? []).flatMap((each) => categories.get(each) ?? []);
    const combined = [...new Set(behind)].map((category): PolicyDemand => ({ actions: ["COMBINE"], category }));
    const own = isField ? categoriesOfField(coordinate, new Set()) : [(categories.get(coordinate) ?? []).filter(isOwn)];
    return own.map((each) => [...each.map((category) => ({ actions, category })), ...combined]);
  }

  /** The sets of categories of a field, with INHERIT resolved to those of every field that leads to its type. */
  function categoriesOfField(coordinate: string, seen: ReadonlySet<string>): readonly (readonly string[])[] {
    const own = categories.get(coordinate) ?? [];
    if (own.every(isOwn)) return [own];
    if (seen.has(coordinate)) return [];
    const above = leading.get(coordinate.split(".")[0] ?? "") ?? [];
    const inherited = above.flatMap((each) => categoriesOfField(each, new Set([...seen, coordinate])));
    const sets = inherited.map((each) => [...new Set([...own.filter(isOwn), ...each])].sort());
    return [...new Map(sets.map((each) => [each.join(" "), each])).values()];
  }
}

function isOwn(category: string): boolean {
  return category !== "INHERIT";
}

/** Type → coordinates of the fields that return it, or an interface of it. */
function leadingFields(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const leading = new Map<string, string[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const returned = getNamedType(field.type);
      const possible = isInterfaceType(returned) ? schema.getPossibleTypes(returned).map(({ name }) => name) : [];
      for (const name of [returned.name, ...possible])
        leading.set(name, [...(leading.get(name) ?? []), `${type.name}.${field.name}`]);
    }
  }
  return leading;
}

function* coordinatesOf(schema: GraphQLSchema): Iterable<string> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if ("getValues" in type) for (const { name } of type.getValues()) yield `${type.name}.${name}`;
    if (!("getFields" in type)) continue;
    for (const field of Object.values(type.getFields())) {
      yield `${type.name}.${field.name}`;
      if ("args" in field) for (const { name } of field.args) yield `${type.name}.${field.name}(${name}:)`;
    }
  }
}

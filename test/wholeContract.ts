import {
  buildClientSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getIntrospectionQuery,
  getNamedType,
  isObjectType,
} from "graphql";
import type { Stated, World } from "./harness.ts";

type Path = readonly string[];

/** Fields that one query selects at most, so that it stays within the gateway's limits. */
const leavesMax = 60;

/**
 * Queries that together select every field of a persona's contract that a query reaches, a type never twice on one path.
 *
 * @param values what arguments of a name are given, wherever a field takes them: references of records, page sizes
 */
export async function wholeContract(
  world: World,
  persona: string,
  stated: Stated,
  values: Readonly<Record<string, string | number>>,
): Promise<readonly string[]> {
  const introspected = await world.ask(persona, stated, getIntrospectionQuery());
  const root = buildClientSchema(introspected.data).getQueryType();
  if (!root) throw new Error("The contract has queries.");
  return Object.values(root.getFields()).flatMap((field) => {
    const leaves = leavesOf(field.type, []);
    const pages = Array.from({ length: Math.ceil(leaves.length / leavesMax) }, (_, at) =>
      leaves.slice(at * leavesMax, (at + 1) * leavesMax),
    );
    return pages.map((paths) => `{ ${field.name}${argumentsOf(field, values)} ${selectionOf(paths)} }`);
  });
}

function argumentsOf(
  { args }: GraphQLField<unknown, unknown>,
  values: Readonly<Record<string, string | number>>,
): string {
  const stated = args.flatMap(({ name }) => (name in values ? [`${name}: ${JSON.stringify(values[name])}`] : []));
  return stated.length === 0 ? "" : `(${stated.join(", ")})`;
}

function leavesOf(type: GraphQLOutputType, above: readonly GraphQLObjectType[]): readonly Path[] {
  const named = getNamedType(type);
  if (!isObjectType(named)) return [[]];
  if (above.includes(named)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    leavesOf(field.type, [...above, named]).map((path) => [field.name, ...path]),
  );
}

function selectionOf(paths: readonly Path[]): string {
  const below = paths.filter((path) => path.length > 0);
  if (below.length === 0) return "";
  const fields = [...Map.groupBy(below, ([first]) => first)];
  return `{ ${fields.map(([name, under]) => `${name} ${selectionOf(under.map(([, ...rest]) => rest))}`).join(" ")} }`;
}

import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  parse,
  validate,
} from "graphql";
import type { Chance } from "../../model/chance.ts";

/** An operation and what its variables are given. */
export interface DrawnOperation {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const depthMax = 4;
const attemptsMax = 50;

/** Draws an operation that is valid against the schema: aliases, fragments, directives, variables and all. */
export function drawOperation(schema: GraphQLSchema, chance: Chance): DrawnOperation {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const drawn = draw(schema, chance);
    if (validate(schema, parse(drawn.text)).length === 0) return drawn;
  }
  throw new Error("No valid operation was drawn.");
}

function draw(schema: GraphQLSchema, chance: Chance): DrawnOperation {
  const definitions = new Map<string, string>();
  const variables: Record<string, unknown> = {};
  const fragments: string[] = [];
  const kind = chance.happens(0.15) ? "mutation" : "query";
  const root = kind === "mutation" ? schema.getMutationType() : schema.getQueryType();
  if (!root) throw new Error("The schema has no root.");
  const body = set(root, 0);
  const defined = definitions.size === 0 ? "" : `(${[...definitions.values()].join(" ")})`;
  return { text: `${kind} Drawn${defined} ${body} ${fragments.join(" ")}`, variables };

  function set(type: GraphQLNamedType, depth: number): string {
    const count = 1 + chance.index(depth === 0 ? 3 : 4);
    const parts = Array.from({ length: count }, () => part(type, depth));
    return `{ ${parts.join(" ")} }`;
  }

  function part(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type) && (chance.happens(0.6) || !isInterfaceType(type))) {
      if (chance.happens(0.2)) return "__typename";
      return fragment(chance.pick([...schema.getPossibleTypes(type), type]), depth);
    }
    if (chance.happens(0.12)) return fragment(type, depth);
    if (chance.happens(0.08)) return chance.pick(["__typename", "kindOf: __typename", "constructor: __typename"]);
    return field(type, depth);
  }

  function fragment(type: GraphQLNamedType, depth: number): string {
    if (!isObjectType(type) && !isInterfaceType(type)) return `... on ${type.name} { __typename }`;
    const body = set(type, depth);
    if (chance.happens(0.6)) return `... on ${type.name}${directive()} ${body}`;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${type.name} ${body}`);
    return `...${name}${directive()}`;
  }

  function field(type: GraphQLNamedType, depth: number): string {
    if (!isObjectType(type) && !isInterfaceType(type)) return "__typename";
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((each) => !isCompositeType(getNamedType(each.type)));
    const chosen = chance.pick(depth >= depthMax && leaves.length > 0 ? leaves : fields);
    const returned = getNamedType(chosen.type);
    if (isCompositeType(returned) && depth >= depthMax) return "__typename";
    const below = isCompositeType(returned) ? ` ${set(returned, depth + 1)}` : "";
    return `${alias(chosen)}${chosen.name}${argumentsOf(chosen)}${directive()}${below}`;
  }

  function alias(field: GraphQLField<unknown, unknown>): string {
    if (field.args.length > 0) return `x${chance.index(1_000_000)}: `;
    if (chance.happens(0.06)) return chance.pick(["__proto__: ", "constructor: ", "toString: "]);
    return chance.happens(0.1) ? `y${chance.index(1_000_000)}: ` : "";
  }

  function argumentsOf(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter((each) => isRequiredArgument(each) || chance.happens(0.5));
    return given.length === 0 ? "" : `(${given.map((each) => `${each.name}: ${value(each)}`).join(", ")})`;
  }

  function value(argument: GraphQLArgument): string {
    const literal = literalOf(argument);
    if (!chance.happens(0.5))
      return JSON.stringify(literal)
        .replace(/"([A-Z])"/, isEnumType(getNullableType(argument.type)) ? "$1" : '"$1"')
        .replace(/"(\w+)":/g, "$1:");
    const name = `v${definitions.size}`;
    const fallback = typeof literal === "number" && chance.happens(0.5) ? " = 2" : "";
    definitions.set(name, `$${name}: ${argument.type}${fallback}`);
    if (fallback === "" || chance.happens(0.5)) variables[name] = literal;
    return `$${name}`;
  }

  function literalOf({ type }: GraphQLArgument): unknown {
    const named = getNamedType(type);
    if (isEnumType(named)) return chance.pick(named.getValues()).name;
    if (named.name === "Int") return chance.index(5);
    if (named.name === "Filter") return { not: { not: {} } };
    return `Person${chance.index(4)}`;
  }

  function directive(): string {
    if (!chance.happens(0.15)) return "";
    const which = chance.pick(["skip", "include"]);
    if (chance.happens(0.3)) return ` @${which}(if: ${chance.happens(0.5)})`;
    const name = `b${chance.index(2)}`;
    definitions.set(name, `$${name}: Boolean! = ${chance.happens(0.5)}`);
    if (chance.happens(0.7)) variables[name] = chance.happens(0.5);
    return ` @${which}(if: $${name})`;
  }
}

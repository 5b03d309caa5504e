import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  validate,
} from "graphql";
import type { Asked } from "./Asked.ts";
import type { Chance } from "./chance.ts";
import type { Values } from "./Values.ts";

const depthMax = 8;
const attemptsMax = 20;
/** Response keys that a client may choose, some of them names that the answer or the language has already. */
const aliases = [
  "a",
  "b",
  "c",
  "node",
  "person",
  "familyName",
  "personRef",
  "relationFacts",
  "constructor",
  "toString",
];

/** Draws random operations that are valid against a schema: everything that the language lets a client write. */
export class OperationGenerator {
  readonly #schema: GraphQLSchema;
  readonly #chance: Chance;
  readonly #values: Values;
  #variables: string[] = [];
  #given: Record<string, unknown> = {};
  #fragments: { readonly name: string; readonly on: string; readonly text: string }[] = [];
  #names = 0;
  /** Fields that may still be selected. */
  #left = 0;
  /** Coordinate of a field, argument, input field or enum value → how often it was drawn. */
  readonly drawn = new Map<string, number>();

  constructor(schema: GraphQLSchema, chance: Chance, values: Values) {
    this.#schema = schema;
    this.#chance = chance;
    this.#values = values;
  }

  draw(): Asked {
    for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
      const asked = this.#drawDocument();
      if (validate(this.#schema, parse(asked.query)).length === 0) return asked;
    }
    return { query: "{ __typename }", variables: {}, operationName: null };
  }

  #drawDocument(): Asked {
    this.#given = {};
    this.#names = 0;
    const count = this.#chance.happens(0.15) ? 2 + this.#chance.index(2) : 1;
    const texts: string[] = [];
    const names: (string | null)[] = [];
    for (let number = 0; number < count; number += 1) {
      const name = count > 1 || this.#chance.happens(0.3) ? `Operation${number}` : null;
      texts.push(this.#drawOperation(name));
      names.push(name);
    }
    const chosen = this.#chance.pick(names);
    return {
      query: texts.join("\n"),
      variables: this.#given,
      operationName: count > 1 || this.#chance.happens(0.5) ? chosen : null,
    };
  }

  #drawOperation(name: string | null): string {
    this.#variables = [];
    this.#fragments = [];
    this.#left = 4 + this.#chance.index(40);
    const mutation = this.#schema.getMutationType();
    const writes = mutation && this.#chance.happens(0.08);
    // Of much that is written in a mutation something is withheld, and then the whole is refused.
    if (writes) this.#left = 2 + this.#chance.index(7);
    const root = (writes ? mutation : this.#schema.getQueryType()) as GraphQLObjectType;
    const set = this.#drawSet(root, 0);
    const kind = writes ? "mutation" : "query";
    const variables = this.#variables.length > 0 ? `(${this.#variables.join(", ")})` : "";
    const head = name === null && variables === "" && !writes ? "" : `${kind} ${name ?? ""}${variables} `;
    return [
      `${head}${set}`,
      ...this.#fragments.map(({ name: own, on, text }) => `fragment ${own} on ${on} ${text}`),
    ].join("\n");
  }

  #drawSet(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < depthMax || !isObjectType(getNamedType(field.type)),
    );
    const parts: string[] = [];
    if (type === this.#schema.getQueryType() && depth === 0 && this.#chance.happens(0.06)) {
      parts.push(this.#drawField(type, this.#chance.pick([SchemaMetaFieldDef, TypeMetaFieldDef]), depth));
      if (this.#chance.happens(0.4)) return `{ ${parts.join(" ")} }`;
    }
    const wanted = 1 + this.#chance.index(depth === 0 ? 3 : 6);
    for (let count = 0; count < wanted && fields.length > 0 && (this.#left > 0 || count === 0); count += 1) {
      if (this.#chance.happens(0.06)) parts.push(this.#chance.happens(0.3) ? "t: __typename" : "__typename");
      else if (this.#chance.happens(0.12) && depth < depthMax) parts.push(this.#drawFragment(type, depth));
      else parts.push(this.#drawField(type, this.#preferred(type, fields), depth));
    }
    if (parts.length === 0) parts.push("__typename");
    return `{ ${parts.join(" ")} }`;
  }

  /** Fields that lead further are drawn more often than their number would have it, and now and then what was drawn least of all. */
  #preferred<F extends { readonly name: string; readonly type: unknown }>(
    type: GraphQLObjectType,
    fields: readonly F[],
  ): F {
    if (this.#chance.happens(0.3)) return this.#leastDrawn(fields, ({ name }) => `${type.name}.${name}`);
    const leading = fields.filter((field) => isObjectType(getNamedType(field.type as never)));
    return leading.length > 0 && this.#chance.happens(0.45) ? this.#chance.pick(leading) : this.#chance.pick(fields);
  }

  #leastDrawn<T>(among: readonly T[], coordinateOf: (each: T) => string): T {
    const times = among.map((each) => this.drawn.get(coordinateOf(each)) ?? 0);
    return this.#chance.pick(among.filter((_, at) => times[at] === Math.min(...times)));
  }

  #count(coordinate: string): void {
    this.drawn.set(coordinate, (this.drawn.get(coordinate) ?? 0) + 1);
  }

  #drawField(
    parent: GraphQLObjectType,
    field: { readonly name: string; readonly type: unknown; readonly args: readonly GraphQLArgument[] },
    depth: number,
  ): string {
    this.#left -= 1;
    this.#count(`${parent.name}.${field.name}`);
    const args = field.args.flatMap((argument) => {
      const isRequired = isNonNullType(argument.type) && argument.defaultValue === undefined;
      if (!isRequired && !this.#chance.happens(argument.name === "first" ? 0.7 : 0.45)) return [];
      this.#count(`${parent.name}.${field.name}(${argument.name}:)`);
      return [`${argument.name}: ${this.#drawInput(argument.type, argument.name)}`];
    });
    const alias =
      args.length > 0 && this.#chance.happens(0.6)
        ? this.#name("k")
        : this.#chance.happens(0.08)
          ? this.#chance.pick(aliases)
          : null;
    const type = getNamedType(field.type as never);
    const below = isObjectType(type) ? ` ${this.#drawSet(type, depth + 1)}` : "";
    return `${alias === null ? "" : `${alias}: `}${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""}${this.#drawDirectives()}${below}`;
  }

  #drawFragment(type: GraphQLObjectType, depth: number): string {
    const known = this.#fragments.filter(({ on }) => on === type.name);
    if (known.length > 0 && this.#chance.happens(0.3))
      return `...${this.#chance.pick(known).name}${this.#drawDirectives()}`;
    const text = this.#drawSet(type, depth + 1);
    if (this.#chance.happens(0.5))
      return `...${this.#chance.happens(0.7) ? ` on ${type.name}` : ""}${this.#drawDirectives()} ${text}`;
    const name = this.#name("F");
    this.#fragments.push({ name, on: type.name, text });
    return `...${name}${this.#drawDirectives()}`;
  }

  #drawDirectives(): string {
    if (!this.#chance.happens(0.08)) return "";
    const condition = this.#chance.happens(0.5)
      ? this.#drawVariable("Boolean!", this.#chance.happens(0.5), "false")
      : String(this.#chance.happens(0.5));
    return ` @${this.#chance.pick(["skip", "include"])}(if: ${condition})`;
  }

  #drawInput(type: GraphQLInputType, name: string): string {
    if (!this.#chance.happens(0.35)) return this.#drawLiteral(type, name);
    // A variable: given, null, or left out, with or without a default.
    if (isNonNullType(type)) return this.#drawVariable(String(type), toJson(this.#drawLiteral(type, name)), null);
    const withDefault = this.#chance.happens(0.3) ? this.#drawLiteral(type, name) : null;
    const kind = this.#chance.index(4);
    const value = kind === 0 ? null : kind === 1 ? undefined : toJson(this.#drawLiteral(type, name));
    return this.#drawVariable(String(type), value, withDefault);
  }

  #drawVariable(type: string, value: unknown, withDefault: string | null): string {
    const name = this.#name("v");
    const hasDefault = withDefault !== null && this.#chance.happens(0.5);
    this.#variables.push(`$${name}: ${type}${hasDefault ? ` = ${withDefault}` : ""}`);
    const leaveOut = value === undefined || (hasDefault && this.#chance.happens(0.5));
    if (!leaveOut) this.#given[name] = value;
    return `$${name}`;
  }

  #drawLiteral(type: GraphQLInputType, name: string): string {
    const nullable = getNullableType(type);
    if (!isNonNullType(type) && this.#chance.happens(0.06)) return "null";
    if (isListType(nullable)) return `[${this.#drawLiteral(nullable.ofType, name)}]`;
    const named = getNamedType(type);
    if (isEnumType(named)) {
      const { name: value } = this.#leastDrawn(named.getValues(), (each) => `${named.name}.${each.name}`);
      this.#count(`${named.name}.${value}`);
      return value;
    }
    if (isInputObjectType(named)) {
      const fields = Object.values(named.getFields()).filter(
        (field) => isNonNullType(field.type) || this.#chance.happens(0.35),
      );
      for (const field of fields) this.#count(`${named.name}.${field.name}`);
      return `{ ${fields.map((field) => `${field.name}: ${this.#drawLiteral(field.type, field.name)}`).join(", ")} }`;
    }
    return this.#values.literal(named.name, name, this.#chance);
  }

  #name(prefix: string): string {
    this.#names += 1;
    return `${prefix}${this.#names}`;
  }
}

/** A literal of the language as the JSON that a variable carries. */
function toJson(literal: string): unknown {
  const quoted = literal.replaceAll(/"(?:[^"\\]|\\.)*"|[A-Za-z_]\w*/g, (token) =>
    token.startsWith('"') || ["true", "false", "null"].includes(token) ? token : `"${token}"`,
  );
  return JSON.parse(quoted);
}

import {
  type CompositeType,
  type EnumType,
  ERRORS,
  isCompositeType,
  isCustomScalarType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isValidLeafValue,
  type OutputType,
  type ScalarType,
  type Schema,
  type SelectionSet,
  type Type,
} from "@apollo/federation-internals";
import type { JsonObject } from "./Ask.ts";
import { type CollectedField, collectFields, type Included } from "./collectFields.ts";
import { MalformedAnswer } from "./MalformedAnswer.ts";
import { putMember } from "./putMember.ts";
import { failed, invalid, type Shape, type Shaping } from "./Shaping.ts";

/** Shapes what the subgraphs gave as an operation asked for it; `failed` or null: the whole of it is null. */
export type ShapeObject = (value: JsonObject, shaping: Shaping) => JsonObject | typeof failed;

/** One field of an object of one type. */
type PutField = (input: JsonObject, output: JsonObject, shaping: Shaping) => boolean;

/**
 * Compiles the shape of an operation's result: what was fetched beside is left out, order is that of the operation, and nulls where none
 * may be go up to where one may. Selections are collected once for each type that an object turns out to have.
 *
 * @param included which selections are in, by the operation's variables
 */
export function compileShape(
  selections: SelectionSet,
  schema: Schema,
  root: CompositeType,
  included: Included,
): ShapeObject {
  return compileObject([selections], root, root);

  function compileObject(sets: readonly SelectionSet[], declared: CompositeType, parent: CompositeType): ShapeObject {
    const byType = new Map<string | undefined, readonly PutField[]>();
    return (input, shaping) => {
      const typeName = typeNameOf(input);
      let fields = byType.get(typeName);
      if (fields === undefined) {
        const type = typeName === undefined ? declared : schema.type(typeName);
        if (type === undefined || !isCompositeType(type)) {
          return fail(shaping, `Invalid __typename found for object at ${placeOf(shaping.path, declared, parent)}.`);
        }
        fields = collectFields(sets, type, typeName, schema, included).map(compileField);
        byType.set(typeName, fields);
      }
      const output: JsonObject = {};
      for (const put of fields) if (!put(input, output, shaping)) return failed;
      return output;
    };
  }

  function compileField({ key, name, parent, type, sets, introspection }: CollectedField): PutField {
    if (introspection !== null) {
      return (_input, output, shaping) => {
        output[key] = shaping.introspect(introspection);
        return true;
      };
    }
    if (name === "__typename") return compileTypeName(key, parent);
    const read = reader(key);
    const shape = compileValue(type, sets, parent);
    return (input, output, shaping) => {
      shaping.path.push(key);
      const shaped = shape(read(input) ?? null, shaping);
      shaping.path.pop();
      if (shaped === invalid) return false;
      putMember(output, key, shaped === failed ? null : shaped);
      return true;
    };
  }

  /** A subgraph may name its root types as it likes, and knows an interface object by the interface's name alone. */
  function compileTypeName(key: string, parent: CompositeType): PutField {
    const read = reader(key);
    return (input, output) => {
      const given = read(input) ?? (key === "__typename" ? null : input.__typename);
      const type = typeof given === "string" ? (schema.type(given) ?? parent) : parent;
      if (!isObjectType(type)) return false;
      putMember(output, key, type.name);
      return true;
    };
  }

  function compileValue(type: OutputType, sets: readonly SelectionSet[], parent: CompositeType): Shape {
    if (isNonNullType(type)) {
      const shape = compileValue(type.ofType, sets, parent);
      return (value, shaping) => {
        const shaped = shape(value, shaping);
        if (shaped === failed) return invalid;
        if (shaped !== null) return shaped;
        fail(shaping, `Cannot return null for non-nullable ${placeOf(shaping.path, type.ofType, parent)}.`);
        return invalid;
      };
    }
    if (isListType(type)) return compileList(type.ofType as OutputType, sets, parent, type);
    if (isCompositeType(type)) {
      const shape = compileObject(sets, type, parent);
      return (value, shaping) => {
        if (value === null) return null;
        if (typeof value !== "object")
          throw new MalformedAnswer(`Invalid non-object value returned by subgraph for composite type ${type}`);
        return shape(value as JsonObject, shaping);
      };
    }
    return compileLeaf(type as ScalarType | EnumType, parent);
  }

  function compileList(element: OutputType, sets: readonly SelectionSet[], parent: CompositeType, type: Type): Shape {
    const shape = compileValue(element, sets, parent);
    return (value, shaping) => {
      if (value === null) return null;
      if (!Array.isArray(value))
        throw new MalformedAnswer(`Invalid non-list value returned by subgraph for list type ${type}`);
      const { path } = shaping;
      const at = path.length;
      let isInvalid = false;
      const shaped = new Array<unknown>(value.length);
      for (let index = 0; index < value.length; index += 1) {
        path[at] = index;
        const each = shape(value[index] ?? null, shaping);
        if (each === invalid) isInvalid = true;
        shaped[index] = each === failed || each === invalid ? null : each;
      }
      path.length = at;
      return isInvalid ? failed : shaped;
    };
  }

  function compileLeaf(type: ScalarType | EnumType, parent: CompositeType): Shape {
    const fits = leafTest(schema, type);
    return (value, shaping) => {
      if (value === null || fits(value)) return value;
      return fail(shaping, `Invalid value found for ${placeOf(shaping.path, type, parent)}.`);
    };
  }
}

function typeNameOf(input: JsonObject): string | undefined {
  const given = input.__typename;
  if (given === undefined || given === "") return undefined;
  if (typeof given !== "string") throw new MalformedAnswer("Invalid non-string value for __typename");
  return given;
}

function leafTest(schema: Schema, type: ScalarType | EnumType): (value: unknown) => boolean {
  if (isCustomScalarType(type)) return () => true;
  if (type === schema.stringType()) return (value) => typeof value === "string";
  if (type === schema.booleanType()) return (value) => typeof value === "boolean";
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.values.map(({ name }) => name));
    return (value) => names.has(value);
  }
  return (value) => isValidLeafValue(schema, value, type);
}

function fail(shaping: Shaping, message: string): typeof failed {
  shaping.errors.push(ERRORS.INVALID_GRAPHQL.err(message, { path: [...shaping.path] }));
  return failed;
}

function placeOf(path: readonly (string | number)[], type: Type, parent: CompositeType): string {
  const last = path.at(-1);
  return typeof last === "number" ? `array element of type ${type} at index ${last}` : `field ${parent}.${last}`;
}

/** Names such as `constructor` stand on every object; they are only read where an object has them itself. */
function reader(key: string): (input: JsonObject) => unknown {
  if (key in Object.prototype) return (input) => (Object.hasOwn(input, key) ? input[key] : undefined);
  return (input) => input[key];
}

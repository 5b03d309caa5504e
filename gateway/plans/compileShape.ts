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
import { membersReader, type ReadMembers } from "./membersReader.ts";
import { type MakeObject, objectMaker } from "./objectMaker.ts";
import { failed, invalid, type Shape, type Shaping } from "./Shaping.ts";

/** Shapes what the subgraphs gave as an operation asked for it; `failed` or null: the whole of it is null. */
export type ShapeObject = (value: JsonObject, shaping: Shaping) => JsonObject | typeof failed;

/** One field of objects of one type. */
interface ShapedField {
  readonly key: string;
  /** Whether a value can stay as it is: the one look that most values get. */
  readonly fits: (value: unknown) => boolean;
  /** Gives what stands in its place. */
  readonly shape: (value: unknown, shaping: Shaping, input: JsonObject) => unknown;
}

/** The fields of objects of one type. */
interface ShapedType {
  readonly fields: readonly ShapedField[];
  readonly read: ReadMembers;
  readonly make: MakeObject;
}

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
    const byType = new Map<string | undefined, ShapedType>();
    return (input, shaping) => {
      const typeName = typeNameOf(input);
      let shaped = byType.get(typeName);
      if (shaped === undefined) {
        const type = typeName === undefined ? declared : schema.type(typeName);
        if (type === undefined || !isCompositeType(type)) {
          return fail(shaping, `Invalid __typename found for object at ${placeOf(shaping.path, declared, parent)}.`);
        }
        shaped = compileType(collectFields(sets, type, typeName, schema, included));
        byType.set(typeName, shaped);
      }
      const values = shaped.read(input);
      return shapeFields(shaped.fields, values, input, shaping) ? shaped.make(values) : failed;
    };
  }

  function compileType(collected: readonly CollectedField[]): ShapedType {
    const keys = collected.map(({ key }) => key);
    return { fields: collected.map(compileField), read: membersReader(keys), make: objectMaker(keys) };
  }

  function compileField({ key, name, parent, type, sets, introspection }: CollectedField): ShapedField {
    if (introspection !== null) {
      return { key, fits: never, shape: (_value, shaping) => shaping.introspect(introspection) };
    }
    if (name === "__typename") return { key, fits: never, shape: compileTypeName(key, parent) };
    return { key, fits: compileFit(type), shape: compileValue(type, sets, parent) };
  }

  /** A subgraph may name its root types as it likes, and knows an interface object by the interface's name alone. */
  function compileTypeName(key: string, parent: CompositeType): ShapedField["shape"] {
    const isParentNamed = isObjectType(parent);
    const nameOf = (given: unknown) => {
      const type = typeof given === "string" ? (schema.type(given) ?? parent) : parent;
      return isObjectType(type) ? type.name : invalid;
    };
    return (value, _shaping, input) => {
      const given = value ?? (key === "__typename" ? null : input.__typename);
      return given === parent.name && isParentNamed ? given : nameOf(given);
    };
  }

  function compileFit(type: OutputType): ShapedField["fits"] {
    const inner = isNonNullType(type) ? type.ofType : type;
    if (isListType(inner) || isCompositeType(inner)) return never;
    const fits = leafTest(schema, inner as ScalarType | EnumType);
    return isNonNullType(type) ? (value) => value !== null && fits(value) : (value) => value === null || fits(value);
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

/** Puts shaped values in the place of those that were fetched. @returns whether the object stands */
function shapeFields(fields: readonly ShapedField[], values: unknown[], input: JsonObject, shaping: Shaping): boolean {
  for (let at = 0; at < fields.length; at += 1) {
    const { key, fits, shape } = fields[at] as ShapedField;
    const value = values[at];
    if (fits(value)) values[at] = value;
    else {
      shaping.path.push(key);
      const shaped = shape(value, shaping, input);
      shaping.path.pop();
      if (shaped === invalid) return false;
      values[at] = shaped === failed ? null : shaped;
    }
  }
  return true;
}

function never(): boolean {
  return false;
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

import {
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from "graphql";
import type { LoggedChange } from "./LoggedVersion.ts";

export type SchemaChange = Pick<LoggedChange, "kind" | "change">;

/** Additions that no operation can notice; the library lists them beside what one can. */
const additions: ReadonlySet<string> = new Set([
  DangerousChangeType.OPTIONAL_ARG_ADDED,
  DangerousChangeType.OPTIONAL_INPUT_FIELD_ADDED,
]);

/** What a client of the first schema finds changed in the second. */
export function schemaChanges(before: GraphQLSchema, after: GraphQLSchema): readonly SchemaChange[] {
  return [
    ...findBreakingChanges(before, after).map(({ description }) => ({
      kind: "BREAKING" as const,
      change: description,
    })),
    ...findDangerousChanges(before, after).map(({ type, description }) => ({
      kind: additions.has(type) ? ("ADDED" as const) : ("CAREFUL" as const),
      change: description,
    })),
    ...added(before, after).map((name) => ({ kind: "ADDED" as const, change: `${name} was added.` })),
  ];
}

/** Types, and fields of types that were there. */
function added(before: GraphQLSchema, after: GraphQLSchema): readonly string[] {
  return Object.values(after.getTypeMap()).flatMap((type) => {
    const known = before.getType(type.name);
    if (known === undefined) return [type.name];
    if (!(isObjectType(type) || isInterfaceType(type)) || !(isObjectType(known) || isInterfaceType(known))) return [];
    return Object.keys(type.getFields())
      .filter((field) => !(field in known.getFields()))
      .map((field) => `${type.name}.${field}`);
  });
}

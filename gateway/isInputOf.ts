import { type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from "graphql";

const kept = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** Whether a text is a path of the contract's own argument and input field names, such as `input.events.0.date`. */
export function isInputOf(schema: GraphQLSchema, path: unknown): path is string {
  const names = kept.get(schema) ?? inputNames(schema);
  kept.set(schema, names);
  return typeof path === "string" && path.split(".").every((part) => names.has(part) || /^\d{1,4}$/.test(part));
}

function inputNames(schema: GraphQLSchema): ReadonlySet<string> {
  return new Set(
    Object.values(schema.getTypeMap()).flatMap((type) => {
      if (isInputObjectType(type)) return Object.keys(type.getFields());
      if (!isObjectType(type) && !isInterfaceType(type)) return [];
      return Object.values(type.getFields()).flatMap(({ args }) => args.map(({ name }) => name));
    }),
  );
}

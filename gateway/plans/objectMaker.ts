import { LRUCache } from "lru-cache";

/** Makes an object of the values of its members. */
export type MakeObject = (values: readonly unknown[]) => Record<string, unknown>;

/** Functions kept for all operations: most objects have the names of others, whatever the operation, and compiling one costs as much as a hundred objects. */
const kept = new LRUCache<string, MakeObject>({ max: 5_000 });

/**
 * Compiles the making of objects that all have the same members in the same order. Written as a literal, such an object costs a tenth of
 * one that gets its members one after the other under names that V8 cannot know.
 *
 * @param names each once; they stand in the code as JSON strings and as nothing else
 */
export function objectMaker(names: readonly string[]): MakeObject {
  const code = `return { ${names.map((name, at) => `${memberName(name)}: values[${at}]`).join(", ")} };`;
  const make = kept.get(code) ?? (new Function("values", code) as MakeObject);
  kept.set(code, make);
  return make;
}

/** In brackets, `__proto__` is a name like any other. */
function memberName(name: string): string {
  return name === "__proto__" ? `["__proto__"]` : JSON.stringify(name);
}

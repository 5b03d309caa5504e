import { LRUCache } from "lru-cache";

/** Gives the values of an object's own members; null for one that it does not have. */
export type ReadMembers = (source: Readonly<Record<string, unknown>>) => unknown[];

/** Functions kept for all operations, as those that make objects. */
const kept = new LRUCache<string, ReadMembers>({ max: 5_000 });

/**
 * Compiles the reading of members: by names that stand in the code, V8 finds them where they were in the object before.
 *
 * @param names they stand in the code as JSON strings and as nothing else
 */
export function membersReader(names: readonly string[]): ReadMembers {
  const code = `return [${names.map(memberOf).join(", ")}];`;
  const read = kept.get(code) ?? (new Function("source", code) as ReadMembers);
  kept.set(code, read);
  return read;
}

/** Names such as `constructor` stand on every object; they are only read where an object has them itself. */
function memberOf(name: string): string {
  const member = `source[${JSON.stringify(name)}] ?? null`;
  return name in Object.prototype ? `(Object.hasOwn(source, ${JSON.stringify(name)}) ? ${member} : null)` : member;
}

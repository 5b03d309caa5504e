import { unknownName } from "./unknownName.ts";

/**
 * A name that is among the known ones, or none: an empty answer then always means that there is nothing of it.
 *
 * @returns null where none is given
 * @throws SubgraphError INVALID_INPUT with the nearest known name, and the argument as its field
 */
export function knownName(argument: string, name: string | null | undefined, names: Iterable<string>): string | null {
  if (name === null || name === undefined) return null;
  const known = new Set(names);
  if (known.has(name)) return name;
  throw unknownName(argument === "coordinate" ? "coordinate" : "name", name, known, argument);
}

import { SubgraphError } from "../shell/SubgraphError.ts";

/**
 * A name that is among the known ones, or none: an empty answer then always means that there is nothing of it.
 *
 * @returns null where none is given
 * @throws SubgraphError INVALID_INPUT, with the argument as its field
 */
export function knownName(argument: string, name: string | null | undefined, names: Iterable<string>): string | null {
  if (name === null || name === undefined || new Set(names).has(name)) return name ?? null;
  const sentence =
    argument === "coordinate"
      ? "The schema has no such coordinate. Write it like Type.field."
      : "There is nothing of that name. policyMatrix tells the names that there are.";
  throw new SubgraphError("INVALID_INPUT", sentence, argument);
}

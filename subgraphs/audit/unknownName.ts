import { nearestNames } from "../../schema/nearestNames.ts";
import { SubgraphError } from "../shell/SubgraphError.ts";

/** Letters that are compared: no known name is longer, and each costs a look at all of them. */
const givenCharactersMax = 100;

const sentences = {
  name: "There is nothing of that name.",
  coordinate: "The schema has no such coordinate.",
} as const;

/** INVALID_INPUT for a name that is none, with the nearest that is one. @param argument that the name came in */
export function unknownName(
  kind: keyof typeof sentences,
  given: string,
  known: Iterable<string>,
  argument: string,
): SubgraphError {
  const [nearest] = nearestNames(given.slice(0, givenCharactersMax), known);
  return new SubgraphError("INVALID_INPUT", `${sentences[kind]} Nearest valid: ${nearest}.`, argument);
}

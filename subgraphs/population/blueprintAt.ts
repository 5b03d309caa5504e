import type { Blueprint } from "./Blueprint.ts";
import { drawBlueprint } from "./drawBlueprint.ts";
import { showcases } from "./showcases.ts";

/** The person at an index of a population: first the showcase persons, then the drawn ones. */
export function blueprintAt(seed: number, index: number): Blueprint {
  return showcases[index] ?? drawBlueprint(seed, index);
}

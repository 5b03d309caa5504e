import type { ReducedFact } from "./engine/ReducedFact.ts";

/** Every version of a fact behind the inputs of an assessment, each as `factId@version`, once and in order. */
export function restsOn(inputs: readonly ReducedFact[]): string[] {
  return [...new Set(inputs.flatMap(({ references }) => references))].sort();
}

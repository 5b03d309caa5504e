import type { Blueprint, BlueprintCase } from "../../../subgraphs/population/Blueprint.ts";
import { aBlueprint } from "../aBlueprint.ts";

/** A person of Borken with these cases. */
export function aPerson(personRef: string, ...cases: readonly BlueprintCase[]): Blueprint {
  return aBlueprint(personRef, { obligation: "ENFORCEABLE_FINAL", conduct: "SERIOUS", cases });
}

import { offices } from "../../../schema/offices.ts";
import type { GrantView } from "../../shell/grantView.ts";
import { SubgraphError } from "../../shell/SubgraphError.ts";
import { workingMinutesMax } from "./binOf.ts";

/**
 * Reads what a person says that a step took.
 *
 * @returns whole minutes; null where nothing was said, which is always allowed
 * @throws SubgraphError INVALID_INPUT out of bounds, and from an office other than an RRK, of which no working time is kept
 */
export function readWorkingMinutes(minutes: number | null | undefined, grant: GrantView): number | null {
  if (minutes === undefined || minutes === null) return null;
  const field = "input.workingMinutes";
  if (offices.get(grant.office)?.kind !== "RRK") {
    throw new SubgraphError("INVALID_INPUT", "Working time is kept of an RRK alone. Leave it out.", field);
  }
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > workingMinutesMax) {
    throw new SubgraphError("INVALID_INPUT", `Name whole minutes from 1 to ${workingMinutesMax}.`, field);
  }
  return minutes;
}

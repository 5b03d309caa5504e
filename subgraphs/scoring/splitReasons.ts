import type { Contribution } from "./engine/Assessment.ts";
import type { CompiledCatalogue } from "./engine/compileCatalogue.ts";

/** Every contribution is on exactly one side, weightiest first. */
export interface Reasons {
  /** What raised an axis. */
  readonly for: readonly Contribution[];
  /** What lowered an axis, then what could have raised one and did not. */
  readonly against: readonly Contribution[];
}

/**
 * Splits contributions into reasons and counter-reasons (Gründe und Gegengründe). A criterion that found nothing speaks against:
 * where nothing was found is as much a result as where something was.
 *
 * @param compiled catalogue they were made by; null where it is not held: then what found nothing stands by its id alone
 */
export function splitReasons(contributions: readonly Contribution[], compiled: CompiledCatalogue | null): Reasons {
  const most = new Map(compiled?.criteria.map(({ criterion, pointsMax }) => [criterion.id, pointsMax]));
  const forgone = ({ criterion, points }: Contribution) => (most.get(criterion) ?? 0) - points;
  const byId = (left: Contribution, right: Contribution) => (left.criterion < right.criterion ? -1 : 1);
  return {
    for: contributions
      .filter(({ points }) => points > 0)
      .toSorted((left, right) => right.points - left.points || byId(left, right)),
    against: contributions
      .filter(({ points }) => points <= 0)
      .toSorted((left, right) => left.points - right.points || forgone(right) - forgone(left) || byId(left, right)),
  };
}

import { offices } from "../../schema/offices.ts";
import type { PolicyDemand } from "../../schema/policyRecord/PolicyRecord.ts";
import { abilityFor, type OfficeAbility } from "../policy/ability.ts";
import { contractCategories } from "../policy/contractCategories.ts";
import type { PolicyAction } from "../policy/foldRules.ts";
import type { Policy } from "../policy/Policy.ts";
import type { RecordedAccess } from "./recordedAccesses.ts";

/**
 * What a draft policy makes of one coordinate of a recorded access.
 * - REFUSED: it is not in the office's contract any more, so that the whole request would be refused
 * - WITHHELD: it would be null
 * - DEPENDS: it would be shown on some records, and the log does not tell on which it was
 * - SEEN: it was withheld and would be shown, on records that fit the draft's conditions
 */
export type ReplayEffect = "REFUSED" | "WITHHELD" | "DEPENDS" | "SEEN";

export interface ReplayedCoordinate {
  readonly coordinate: string;
  readonly effect: ReplayEffect;
}

/** By which policies, and on which date of the question. */
interface Replay {
  readonly draft: Policy;
  readonly inForce: Policy;
  /** Coordinate → what must be granted for it. Those that take the category of what led there go with that, and are not here. */
  readonly demands: ReadonlyMap<string, readonly PolicyDemand[]>;
  readonly date: string;
}

/** What changes in one recorded access; empty where the draft leaves it as it was. */
export function replayAccess(
  { operation, used, withheld }: RecordedAccess,
  replay: Replay,
): readonly ReplayedCoordinate[] {
  const { draft, inForce, demands, date } = replay;
  const office = offices.get(operation.office);
  const { purpose, role } = operation;
  if (office === undefined || purpose === null) return [];
  const now = abilityFor(draft, office, role, purpose, date);
  const then = abilityFor(inForce, office, role, purpose, operation.questionDate);
  const contract = contractCategories(draft, office, role, draft.purposes.keys());
  return [
    ...[...used].flatMap((coordinate) => {
      const effects = (demands.get(coordinate) ?? []).map(effectOf);
      const effect = (["REFUSED", "WITHHELD", "DEPENDS"] as const).find((each) => effects.includes(each));
      return effect === undefined ? [] : [{ coordinate, effect }];
    }),
    ...[...new Set(withheld)].flatMap((coordinate) => {
      const demanded = demands.get(coordinate) ?? [];
      const isSeen = demanded.length > 0 && demanded.every((demand) => actionOf(demand) !== undefined);
      return isSeen ? [{ coordinate, effect: "SEEN" as const }] : [];
    }),
  ];

  function effectOf(demand: PolicyDemand): ReplayEffect | null {
    if (!draft.purposes.has(purpose ?? "") || !inContract(demand)) return "REFUSED";
    const action = actionOf(demand);
    if (action === undefined) return "WITHHELD";
    return covers(now, then, action, demand.category) ? null : "DEPENDS";
  }

  function actionOf({ actions, category }: PolicyDemand): PolicyAction | undefined {
    return actions.find((action) => now.verdict(action, category).outcome !== "WITHHOLD");
  }

  function inContract({ actions, category }: PolicyDemand): boolean {
    const held = { SEE: contract.sees, WRITE: contract.writes, COMBINE: new Set([category]) };
    return actions.some((action) => held[action].has(category));
  }
}

/** Whether the draft grants it wherever the policy in force does: under each of its relations, with no further exception. */
function covers(now: OfficeAbility, then: OfficeAbility, action: PolicyAction, category: string): boolean {
  const granted = now.grants(action, category);
  return then
    .grants(action, category)
    .every((before) =>
      granted.some(
        ({ when, unless }) =>
          (when === "ANY" || when === before.when) && unless.every((fact) => before.unless.includes(fact)),
      ),
    );
}

import { offices } from "../offices.ts";
import { Entitlement } from "./Entitlement.ts";
import type { PolicyDemand, PolicyRecord, PolicyRight } from "./PolicyRecord.ts";

/**
 * What a draft policy makes of one coordinate of a recorded access.
 * - REFUSED: it is not in the office's contract any more, so that the whole request would be refused
 * - WITHHELD: it would be null
 * - DEPENDS: it would be shown on some records, and the log does not tell on which it was
 * - SEEN: it was withheld, or the request was refused for it, and it would be shown on records that fit the draft's conditions
 */
export type ReplayEffect = "REFUSED" | "WITHHELD" | "DEPENDS" | "SEEN";

/** An access as the log has it: who asked, and the coordinates. */
export interface RecordedUse {
  readonly office: string;
  readonly role: string;
  readonly purpose: string | null;
  readonly questionDate: string;
  /** Coordinates that were disclosed or tested. */
  readonly used: ReadonlySet<string>;
  /** Coordinates that were asked for and withheld, whatever the record. */
  readonly withheld: readonly string[];
}

export interface ReplayedCoordinate {
  readonly coordinate: string;
  readonly effect: ReplayEffect;
}

/** By which policies, and on which date of the question; null: that of the access. */
export interface Replay {
  readonly draft: PolicyRecord;
  readonly inForce: PolicyRecord;
  readonly date: string | null;
}

/** What changes in one recorded access; empty where the draft leaves it as it was. */
export function replayAccess(access: RecordedUse, { draft, inForce, date }: Replay): readonly ReplayedCoordinate[] {
  const { office, role, purpose, questionDate, used, withheld } = access;
  if (!offices.has(office) || purpose === null) return [];
  const asker = { office, role, purpose };
  const now = new Entitlement(draft, asker, date ?? questionDate);
  const then = new Entitlement(inForce, asker, questionDate);
  const demands = demandsIn(inForce);
  const isStatable = draft.purposes.some(({ id }) => id === purpose);
  return [
    ...[...used].flatMap((coordinate) => {
      const effects = (demands.get(coordinate) ?? []).map(effectOf);
      const effect = (["REFUSED", "WITHHELD", "DEPENDS"] as const).find((each) => effects.includes(each));
      return effect === undefined ? [] : [{ coordinate, effect }];
    }),
    ...[...new Set(withheld)].flatMap((coordinate) => {
      const demanded = demands.get(coordinate) ?? [];
      const isSeen = demanded.length > 0 && demanded.every((demand) => now.meeting(demand).length > 0);
      return isSeen ? [{ coordinate, effect: "SEEN" as const }] : [];
    }),
  ];

  function effectOf(demand: PolicyDemand): ReplayEffect | null {
    if (!isStatable || !isInContract(draft, access, demand)) return "REFUSED";
    const granted = now.meeting(demand);
    if (granted.length === 0) return "WITHHELD";
    return covers(granted, then.meeting(demand)) ? null : "DEPENDS";
  }
}

const demandsOf = new WeakMap<PolicyRecord, ReadonlyMap<string, readonly PolicyDemand[]>>();

/** Coordinate → what must be granted for it. Those that take the category of what led there go with that, and are not here. */
function demandsIn(record: PolicyRecord): ReadonlyMap<string, readonly PolicyDemand[]> {
  const known = demandsOf.get(record);
  if (known !== undefined) return known;
  const own = record.fields.flatMap(({ coordinate, inherits, ways }): [string, PolicyDemand[]][] =>
    inherits ? [] : [[coordinate, ways.flat()]],
  );
  const demands = new Map(own);
  demandsOf.set(record, demands);
  return demands;
}

/** Whether the contract of the asker can hold it: by a right for any purpose and on any day. What is only combined is in none. */
function isInContract({ rights }: PolicyRecord, { office, role }: RecordedUse, demand: PolicyDemand): boolean {
  const kind = offices.get(office)?.kind;
  return (
    demand.actions.includes("COMBINE") ||
    rights.some(
      (right) =>
        (right.office === office || right.office === kind) &&
        right.role === role &&
        right.category === demand.category &&
        demand.actions.includes(right.action),
    )
  );
}

/** Whether it is granted wherever it was before: under each of those relations, with no further exception. */
function covers(now: readonly PolicyRight[], before: readonly PolicyRight[]): boolean {
  return before.every((had) =>
    now.some(
      ({ when, unless }) => (when === "ANY" || when === had.when) && unless.every((fact) => had.unless.includes(fact)),
    ),
  );
}

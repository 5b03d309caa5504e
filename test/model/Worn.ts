import { limits } from "../../gateway/limits.ts";
import type { Requester } from "../../gateway/Requester.ts";
import { countedAs } from "../../gateway/wear/countedAs.ts";
import { Wear } from "../../gateway/wear/Wear.ts";
import type { Chance } from "./chance.ts";
import type { Setting } from "./Setting.ts";
import type { Tables } from "./Tables.ts";

/** What a requester has used up within the hour before an operation. */
export interface Worn {
  /** Persons who were shown or asked for. */
  readonly persons: readonly string[];
  /** Distinct persons an hour. */
  readonly personsMax: number;
  /** Whether the requests of this moment are used up. */
  readonly isSpent: boolean;
}

/** Of every sixth operation much is used up already, whoever there is among it, and now and then everything. */
export function drawWorn(tables: Tables, chance: Chance): Worn | null {
  if (!chance.happens(0.17)) return null;
  const known = (tables["immigration.person"] ?? []).map(({ person_ref }) => String(person_ref));
  const persons = [
    ...new Set(Array.from({ length: chance.index(4) }, () => chance.pick([...known, "P-NOBODY000000"]))),
  ];
  return { persons, personsMax: persons.length + chance.index(5), isSpent: chance.happens(0.1) };
}

/** The wear of one whose first operation it is, or who has used that much up. */
export function wearOf(worn: Worn | null, { office, purpose }: Setting, requester: Requester, now: Date): Wear {
  if (worn === null) return new Wear(limits, 1, []);
  const at = now.getTime();
  const { person } = countedAs(requester);
  const recent = worn.persons.map((reference) => ({ office, person, purpose, kind: "person" as const, reference, at }));
  const wear = new Wear(
    { ...limits, requestsBurstMax: 1, personsAnHourMax: { [purpose]: worn.personsMax } },
    1,
    recent,
  );
  if (worn.isSpent) wear.admitRequest(requester, now);
  return wear;
}

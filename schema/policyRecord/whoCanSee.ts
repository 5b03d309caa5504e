import { offices } from "../offices.ts";
import type { PolicyDemand, PolicyRecord, PolicyRight } from "./PolicyRecord.ts";
import { rightsOn } from "./rightsOn.ts";

/**
 * Who may have a field (or use an argument, input field or enum value) on a date of the question: the rights of all who have
 * everything that one of the ways to it demands. A right of a kind that only one office can use with a right of its own is
 * told for that office.
 *
 * @returns null where the policy's schema has no such coordinate
 */
export function whoCanSee(record: PolicyRecord, coordinate: string, date: string): readonly PolicyRight[] | null {
  const field = record.fields.find((each) => each.coordinate === coordinate);
  if (field === undefined) return null;
  const rights = rightsOn(record, date);
  return [...new Set(rights.map(({ office }) => office))].flatMap((office) => {
    const own = rights.filter((right) => right.office === office || right.office === offices.get(office)?.kind);
    const askers = Map.groupBy(own, ({ role, purpose }) => `${role} ${purpose}`);
    return [...askers.values()]
      .flatMap((of) => rightsFor(field.ways, of, office))
      .map((right) => ({ ...right, office }));
  });
}

/** The rights of one asker that meet one of the ways; none where they are all those of its kind, for which they are told. */
function rightsFor(
  ways: readonly (readonly PolicyDemand[])[],
  rights: readonly PolicyRight[],
  office: string,
): readonly PolicyRight[] {
  const found = ways.flatMap((demands) => {
    const meeting = demands.map((demand) => rights.filter((right) => meets(right, demand)));
    return meeting.every((each) => each.length > 0) ? meeting.flat() : [];
  });
  return found.some((right) => right.office === office) ? [...new Set(found)] : [];
}

function meets({ action, category }: PolicyRight, demand: PolicyDemand): boolean {
  return category === demand.category && demand.actions.includes(action);
}

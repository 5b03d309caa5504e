import { presentReferences } from "../../shell/presentFact.ts";
import { type ConsentState, consentStates } from "../codes.ts";
import type { prosecutorConsent } from "../tables.ts";
import type { CaseworkFact } from "./CaseworkFact.ts";
import { unreadable } from "./unreadable.ts";

type ConsentRow = typeof prosecutorConsent.$inferSelect;

/** § 72 (4) AufenthG asks for the consent of every office that prosecutes: what stands most against a removal decides. */
const weightiestFirst: readonly (readonly [string, readonly ConsentState[]])[] = [
  ["REFUSED", ["REFUSED"]],
  ["PENDING", ["REQUESTED"]],
  ["NOT_REQUIRED_OR_GIVEN", ["NOT_REQUIRED", "GIVEN"]],
];

/**
 * Where the prosecutor's consent stands, from the latest word of each prosecutor's office; where that gave several on one day, each in a
 * case of its own, from all of them. The order of the rows does not matter.
 *
 * @returns null where nothing was recorded: that is unknown, not "not required"
 */
export function consentFact(rows: readonly ConsentRow[]): CaseworkFact | null {
  const latest = [...Map.groupBy(rows, ({ office }) => office).values()].flatMap(latestWords);
  const strange = latest.filter(({ state }) => !consentStates.includes(state));
  if (strange.length > 0) return factOf(unreadable, strange, latest);
  for (const [value, states] of weightiestFirst) {
    const decisive = latest.filter(({ state }) => states.includes(state));
    if (decisive.length > 0) return factOf(value, decisive, latest);
  }
  return null;
}

function factOf(value: string, decisive: readonly ConsentRow[], latest: readonly ConsentRow[]): CaseworkFact {
  const days = decisive.map(({ eventDate }) => eventDate).sort();
  return { key: "PROSECUTOR_CONSENT", value, asOf: days.at(-1) ?? "", ...presentReferences(latest) };
}

/** Of one office: the last word of each case in which it spoke on the latest day. */
function latestWords(rows: readonly ConsentRow[]): readonly ConsentRow[] {
  const ordered = rows.toSorted(oldestFirst);
  const latestDay = ordered.at(-1)?.eventDate;
  const ofThatDay = ordered.filter(({ eventDate }) => eventDate === latestDay);
  return [...new Map(ofThatDay.map((row) => [row.caseRef, row])).values()];
}

function oldestFirst(left: ConsentRow, right: ConsentRow): number {
  return (
    left.eventDate.localeCompare(right.eventDate) ||
    left.caseRef.localeCompare(right.caseRef) ||
    left.position - right.position
  );
}

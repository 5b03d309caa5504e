import { presentReferences } from "../../shell/presentFact.ts";
import type { ConsentState } from "../codes.ts";
import type { prosecutorConsent } from "../tables.ts";
import type { CaseworkFact } from "./CaseworkFact.ts";

type ConsentRow = typeof prosecutorConsent.$inferSelect;

/** § 72 (4) AufenthG asks for the consent of every office that prosecutes: what stands most against a removal decides. */
const weightiestFirst: readonly (readonly [string, readonly ConsentState[]])[] = [
  ["REFUSED", ["REFUSED"]],
  ["PENDING", ["REQUESTED"]],
  ["NOT_REQUIRED_OR_GIVEN", ["NOT_REQUIRED", "GIVEN"]],
];

/**
 * Where the prosecutor's consent stands, from the latest word of each prosecutor's office.
 *
 * @param rows in any order
 * @returns null where nothing was recorded: that is unknown, not "not required"
 */
export function consentFact(rows: readonly ConsentRow[]): CaseworkFact | null {
  const latest = [...new Map(rows.toSorted(oldestFirst).map((row) => [row.office, row])).values()];
  for (const [value, states] of weightiestFirst) {
    const decisive = latest.filter(({ state }) => states.includes(state));
    const asOf = decisive
      .map(({ eventDate }) => eventDate)
      .sort()
      .at(-1);
    if (asOf === undefined) continue;
    return {
      key: "PROSECUTOR_CONSENT",
      value,
      asOf,
      ...presentReferences(latest),
    };
  }
  return null;
}

function oldestFirst(left: ConsentRow, right: ConsentRow): number {
  return (
    left.eventDate.localeCompare(right.eventDate) ||
    left.caseRef.localeCompare(right.caseRef) ||
    left.position - right.position
  );
}

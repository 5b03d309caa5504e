import type { Level } from "./levels.ts";

/** How far two dates of birth agree, each known as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null: nothing is known (`levels.ts`). */
export function compareDates(one: string | null, other: string | null): Level<"birth"> {
  if (one === null || other === null) return "MISSING";
  if (one.length < 10 || other.length < 10) return comparePartly(one, other);
  if (one === other) return "EXACT";
  const isSameYear = one.slice(0, 4) === other.slice(0, 4);
  if (isSameYear && one.slice(5, 7) === other.slice(8) && one.slice(8) === other.slice(5, 7)) return "SWAPPED";
  if (isSameYear && (isDefault(one) || isDefault(other))) return "DEFAULTED";
  if (isSlip(one, other)) return "SLIP";
  return isSameYear ? "SAME_YEAR" : "DIFFERENT";
}

function comparePartly(one: string, other: string): Level<"birth"> {
  const length = Math.min(one.length, other.length);
  if (one.slice(0, length) === other.slice(0, length)) return length === 4 ? "YEAR_KNOWN" : "PARTIAL";
  if (isDefault(one) || isDefault(other)) return one.slice(0, 4) === other.slice(0, 4) ? "DEFAULTED" : "DIFFERENT";
  return one.slice(0, 4) === other.slice(0, 4) ? "SAME_YEAR" : "DIFFERENT";
}

/** 1 January stands where only the year is known. */
function isDefault(date: string): boolean {
  return date.endsWith("-01-01");
}

/** One digit differs, or two beside each other have changed places. */
function isSlip(one: string, other: string): boolean {
  let first = -1;
  let last = -1;
  let differing = 0;
  for (let at = 0; at < one.length; at += 1) {
    if (one.charCodeAt(at) === other.charCodeAt(at)) continue;
    differing += 1;
    if (differing > 2) return false;
    if (first < 0) first = at;
    last = at;
  }
  if (differing < 2) return true;
  const between = one.slice(first + 1, last);
  return (between === "" || between === "-") && one[first] === other[last] && one[last] === other[first];
}

import { isVariant } from "../names/isVariant.ts";
import { jaroWinkler } from "../names/jaroWinkler.ts";
import type { PreparedName, PreparedPart } from "../names/PreparedName.ts";
import type { levels } from "./levels.ts";

export type NameLevel = (typeof levels.family)[number];

const closeMin = 0.92;
const alikeMin = 0.85;

/** How far two names agree (`levels.ts`). */
export function compareNames(one: PreparedName, other: PreparedName): NameLevel {
  if (one.folded === other.folded) return "EXACT";
  const [shorter, longer] = one.parts.length <= other.parts.length ? [one, other] : [other, one];
  if (longer.parts.length > 1 && areAmong(shorter.parts, longer.parts)) {
    const beginAlike = isSamePart(shorter.parts[0], longer.parts[0]);
    if (shorter.parts.length === longer.parts.length && beginAlike) return "VARIANT";
    return beginAlike ? "PART" : "LATER_PART";
  }
  // Abdul Rahman and Abdulrahman. Where both have as many parts, each has to go with one of the other's.
  const isOneWord = shorter.parts.length === 1;
  if (isOneWord && isVariant(one.readings, other.readings)) return "VARIANT";
  const similarity = jaroWinkler(one.folded, other.folded);
  if (similarity >= closeMin) return "CLOSE";
  if (similarity >= alikeMin || one.cologne === other.cologne) return "ALIKE";
  return "DIFFERENT";
}

/** Whether each part of the one is among those of the other, each of which stands for one. */
function areAmong(parts: readonly PreparedPart[], among: readonly PreparedPart[]): boolean {
  const left = [...among];
  return parts.every((part) => {
    const at = left.findIndex((each) => isSamePart(each, part));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function isSamePart(one: PreparedPart | undefined, other: PreparedPart | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.folded === other.folded || isVariant(one.readings, other.readings);
}

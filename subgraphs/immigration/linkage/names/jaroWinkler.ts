const prefixMax = 4;
const prefixScale = 0.1;

/**
 * How alike two texts are, from 0 to 1: letters they share near the same place, and the beginning counts more.
 *
 * Source: William E. Winkler, String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage,
 * Proceedings of the Section on Survey Research Methods, American Statistical Association (1990), pp. 354-359.
 */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1;
  const jaro = jaroSimilarity(one, other);
  let prefix = 0;
  while (prefix < prefixMax && prefix < one.length && one.charCodeAt(prefix) === other.charCodeAt(prefix)) prefix += 1;
  return jaro + prefix * prefixScale * (1 - jaro);
}

function jaroSimilarity(one: string, other: string): number {
  if (one.length === 0 || other.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Uint8Array(other.length);
  const shared: number[] = [];
  for (let at = 0; at < one.length; at += 1) {
    const letter = one.charCodeAt(at);
    const end = Math.min(other.length, at + reach + 1);
    for (let beside = Math.max(0, at - reach); beside < end; beside += 1) {
      if (taken[beside] === 1 || other.charCodeAt(beside) !== letter) continue;
      taken[beside] = 1;
      shared.push(letter);
      break;
    }
  }
  if (shared.length === 0) return 0;
  const moved = Math.floor(movedLetters(shared, other, taken) / 2);
  const count = shared.length;
  return (count / one.length + count / other.length + (count - moved) / count) / 3;
}

/** Shared letters that do not stand in the same order in both. */
function movedLetters(shared: readonly number[], other: string, taken: Uint8Array): number {
  let moved = 0;
  let next = 0;
  for (let at = 0; at < other.length; at += 1) {
    if (taken[at] !== 1) continue;
    if (shared[next] !== other.charCodeAt(at)) moved += 1;
    next += 1;
  }
  return moved;
}

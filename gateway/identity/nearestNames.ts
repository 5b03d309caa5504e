/** The names most like a mistyped one, best first, at most three: by shared pairs of letters (Dice's coefficient). */
export function nearestNames(given: string, names: readonly string[]): readonly string[] {
  const wanted = pairs(given);
  return names
    .map((name) => ({ name, likeness: likeness(wanted, pairs(name)) }))
    .filter(({ likeness }) => likeness > 0.25)
    .sort((left, right) => right.likeness - left.likeness || left.name.localeCompare(right.name))
    .slice(0, 3)
    .map(({ name }) => name);
}

function pairs(word: string): ReadonlySet<string> {
  const letters = ` ${word.toLowerCase()} `;
  return new Set(Array.from({ length: letters.length - 1 }, (_, index) => letters.slice(index, index + 2)));
}

function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  return (2 * left.intersection(right).size) / (left.size + right.size);
}

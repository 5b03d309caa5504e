/**
 * Names in the order of their likeness to one that was mistyped: first the one that takes the fewest changes of a single letter
 * (Levenshtein), whatever the case of the letters. Of names as alike, the order is kept.
 *
 * @param changedShareMax share of the longer name's letters that may be changed; 1: every name
 */
export function nearestNames(given: string, names: Iterable<string>, changedShareMax = 1): readonly string[] {
  return [...names]
    .map((name) => ({ name, changes: changesBetween(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, changes }) => changes <= changedShareMax * Math.max(given.length, name.length))
    .sort((left, right) => left.changes - right.changes)
    .map(({ name }) => name);
}

/** Letters to insert, delete or replace. */
function changesBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [line, letter] of Array.from(from).entries()) {
    const next = [line + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

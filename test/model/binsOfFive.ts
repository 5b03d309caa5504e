import type { Item } from "./Registry.ts";

/** Bins, each with all before it that have no five different marks among them; what is left over goes to the last. */
export function binsOfFive(bins: readonly Item[]): readonly Item[] {
  const marks = ({ persons }: Item) =>
    [...Number(persons).toString(2)].reverse().flatMap((bit, at) => (bit === "1" ? [at] : []));
  const groups: Item[][] = [[]];
  for (const bin of bins) {
    const last = groups.at(-1) as Item[];
    if (new Set(last.flatMap(marks)).size < 5) last.push(bin);
    else groups.push([bin]);
  }
  const rest = groups.at(-1) as Item[];
  if (new Set(rest.flatMap(marks)).size < 5) groups.splice(-2, 2, [...(groups.at(-2) ?? []), ...rest]);
  const whole = groups.filter((group) => new Set(group.flatMap(marks)).size >= 5);
  return whole.map((group) => ({
    upTo: group.at(-1)?.upToMinutes,
    steps: group.reduce((total, { steps }) => total + steps, 0),
  }));
}

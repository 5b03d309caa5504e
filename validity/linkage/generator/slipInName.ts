import type { Dice } from "./Dice.ts";

const alphabet = "abcdefghijklmnoprstuvz";

/** A name with one slip of the finger: a letter left out, doubled, another, or two that changed places. The first letter mostly stays. */
export function slipInName(name: string, dice: Dice): string {
  const letters = [...name];
  const first = dice.happens(0.1) ? 0 : 1;
  if (letters.length < first + 2) return name + dice.pick([...alphabet]);
  const at = first + dice.below(letters.length - first - 1);
  const kind = dice.weighted({ drop: 3, double: 2, other: 3, swap: 2 });
  if (kind === "drop") letters.splice(at, 1);
  else if (kind === "double") letters.splice(at, 0, letters[at] ?? "");
  else if (kind === "other") letters[at] = dice.pick([...alphabet]);
  else letters.splice(at, 2, letters[at + 1] ?? "", letters[at] ?? "");
  return letters.join("");
}

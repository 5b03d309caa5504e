import type { Origin } from "../origins.ts";
import type { Dice } from "./Dice.ts";
import type { Spellings } from "./NameList.ts";
import { nameSources } from "./nameSources.ts";

/** One given name, or two. */
export function drawGivenNames(origin: Origin, sex: "female" | "male", dice: Dice): readonly Spellings[] {
  const list = nameSources[origin].given[sex];
  return [list.draw(dice), ...(dice.happens(0.22) ? [list.draw(dice)] : [])];
}

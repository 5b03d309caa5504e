import type { ContractNotes } from "../../../contracts/ContractNotes.ts";
import type { Say } from "../Language.ts";

/** What a category, relation or fact is called: German by the vocabulary, English by its own name. */
export function inWords(id: string, names: ContractNotes["names"], say: Say): string {
  return say(names[id]?.german ?? id, id.toLowerCase().replaceAll("_", " "));
}

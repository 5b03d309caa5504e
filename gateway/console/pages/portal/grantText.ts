import type { ContractGrant, ContractNotes } from "../../../contracts/ContractNotes.ts";
import type { Say } from "../Language.ts";
import { inWords } from "./inWords.ts";

/**
 * Under what a grant opens its categories, in words: purposes, relation, what stands against it, days.
 *
 * @param purposeName name of a purpose by its id
 */
export function grantText(
  { purposes, relations, unless, since, until }: ContractGrant,
  names: ContractNotes["names"],
  purposeName: (id: string) => string,
  say: Say,
): string {
  const called = (ids: readonly string[]) => ids.map((id) => inWords(id, names, say)).join(say(" oder ", " or "));
  const tie = relations.includes("ANY") ? "" : say(` bei: ${called(relations)}`, ` where: ${called(relations)}`);
  const against = unless.length === 0 ? "" : say(`, nicht bei: ${called(unless)}`, `, not where: ${called(unless)}`);
  const from = since === null ? "" : say(`, ab ${since}`, `, from ${since}`);
  const to = until === null ? "" : say(`, bis ${until}`, `, until ${until}`);
  return `${purposes.map(purposeName).join(say(" oder ", " or "))}${tie}${against}${from}${to}`;
}

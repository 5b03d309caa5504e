import type { Contract, Member } from "./Contract.ts";
import { membersOf } from "./membersOf.ts";

/** Where a search hits. */
export interface Hit {
  readonly type: string;
  /** Field, input field or value; null: the type itself. */
  readonly member: string | null;
  readonly description: string | null;
  readonly categories: readonly string[];
}

/** Types and members whose name, description or categories hold every word that is looked for, in small or capital letters. */
export function searchContract({ types, notes }: Contract, search: string): readonly Hit[] {
  const words = search.toLowerCase().split(/\s+/);
  const holds = (...texts: readonly (string | null)[]) => {
    const text = texts.join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const named = (categories: readonly string[]) =>
    categories.flatMap((category) => [category, category.replaceAll("_", " "), notes.names[category]?.german ?? ""]);
  return types.flatMap((type) => {
    const own: readonly Hit[] = holds(type.name, type.description)
      ? [{ type: type.name, member: null, description: type.description, categories: [] }]
      : [];
    return [...own, ...membersOf(type).flatMap((member) => hitOf(type.name, member))];
  });

  function hitOf(type: string, { name, description, args = [] }: Member): readonly Hit[] {
    const categories = notes.categories[`${type}.${name}`] ?? [];
    const argumentTexts = args.flatMap((each) => [each.name, each.description]);
    return holds(`${type}.${name}`, description, ...named(categories), ...argumentTexts)
      ? [{ type, member: name, description, categories }]
      : [];
  }
}

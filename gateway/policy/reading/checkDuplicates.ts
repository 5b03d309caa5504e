import type { PolicyProblems } from "./PolicyProblems.ts";
import type { Entry } from "./readEntries.ts";

/** Reports an id that an earlier entry has. */
export function checkDuplicates(entries: readonly Entry<{ readonly id: string }>[], problems: PolicyProblems): void {
  const first = new Map<string, Entry<{ readonly id: string }>>();
  for (const entry of entries) {
    const { text, place, value } = entry;
    const earlier = first.get(value.id);
    if (earlier === undefined) first.set(value.id, entry);
    else {
      const where = `${earlier.text.name}:${earlier.text.lineOf(earlier.place)}`;
      problems.add(text, [...place, "id"], `Id ${value.id} is taken by ${where}. Ids are never used again.`);
    }
  }
}

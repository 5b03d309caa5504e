import { comparePolicies, type PolicyChange } from "../../schema/policyRecord/comparePolicies.ts";
import type { Answer } from "./Answer.ts";
import type { AskedPolicy } from "./OfficerDesk.ts";
import { categoryText, periodText } from "./rightTexts.ts";

const verbs = { SEE: "see", WRITE: "write", COMBINE: "have combined" } as const;

/** Who gains or loses what, from one policy to another, in words. */
export function askDiff(before: AskedPolicy, after: AskedPolicy): Answer {
  const changes = comparePolicies(before.record, after.record);
  const [from, to] = [before.record.version, after.record.version];
  const heading = `From policy ${from} to ${to}`;
  const lines = [...Map.groupBy(changes, sentenceWithout).values()].map(sentence);
  const text =
    changes.length === 0 ? `${heading} nobody gains or loses anything.\n` : `${heading}:\n\n${lines.join("\n")}\n`;
  return { text, json: { from, to, changes } };
}

/** What changes of one sentence have in common: all but the category. */
function sentenceWithout({ category: _, ...rest }: PolicyChange): string {
  return JSON.stringify(rest);
}

function sentence(changes: readonly PolicyChange[]): string {
  const [first] = changes;
  if (first === undefined) return "";
  const { effect, office, role, purpose, action, when, where, rules } = first;
  const what = changes.map(({ category }) => categoryText(category)).join(", ");
  const fact = where === null ? "" : ` of records where ${where} holds`;
  const period = periodText(first);
  const may = effect === "GAINS" ? "may now" : "may no longer";
  return `${office} ${role}, for ${purpose}, ${may} ${verbs[action]} ${what}${fact} by ${when}${period && `, ${period}`} (${rules.join(", ")}).`;
}

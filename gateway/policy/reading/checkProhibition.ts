import type { Prohibition } from "../Policy.ts";
import { checkNorms } from "./checkNorms.ts";
import { checkWho } from "./checkWho.ts";
import type { PolicyProblems } from "./PolicyProblems.ts";
import type { PolicyNames } from "./policyNames.ts";
import type { Entry } from "./readEntries.ts";

/** Reports what a prohibition names that does not exist: it would withhold nothing. */
export function checkProhibition(
  { text, place, value }: Entry<Prohibition>,
  names: PolicyNames,
  problems: PolicyProblems,
): void {
  for (const member of ["who", "except"] as const) {
    const who = value[member];
    if (who !== null) checkWho(text, [...place, member], who, names, problems);
  }
  for (const [index, category] of value.withholds.entries())
    if (category !== "*" && !names.categories.has(category))
      problems.addUnknown(text, [...place, "withholds", index], "category", category, names.categories);
  if (value.fact !== null && !names.facts.has(value.fact))
    problems.addUnknown(text, [...place, "fact"], "fact", value.fact, names.facts);
  checkNorms(text, [...place, "because"], value.because, problems);
}

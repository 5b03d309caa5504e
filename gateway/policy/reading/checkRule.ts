import type { Rule } from "../Policy.ts";
import { checkNorms } from "./checkNorms.ts";
import { checkWho } from "./checkWho.ts";
import type { PolicyProblems } from "./PolicyProblems.ts";
import type { PolicyNames } from "./policyNames.ts";
import type { Entry } from "./readEntries.ts";

/** Reports what a rule names that does not exist, and a rule that cannot apply or grants nothing. */
export function checkRule({ text, place, value }: Entry<Rule>, names: PolicyNames, problems: PolicyProblems): void {
  const named = (
    member: "purposes" | "when" | "sees" | "writes" | "combines",
    kind: string,
    known: ReadonlySet<string>,
  ) => {
    for (const [index, name] of value[member].entries())
      if (!known.has(name)) problems.addUnknown(text, [...place, member, index], kind, name, known);
  };
  checkWho(text, [...place, "who"], value.who, names, problems);
  named("purposes", "purpose", names.purposes);
  named("when", "relation", names.relations);
  for (const member of ["sees", "writes", "combines"] as const) named(member, "category", names.categories);
  checkNorms(text, [...place, "because"], value.because, problems);
  if (value.since !== null && value.until !== null && value.until < value.since)
    problems.add(text, [...place, "until"], `The rule ends on ${value.until}, before it begins on ${value.since}.`);
  if (value.sees.length + value.writes.length + value.combines.length === 0)
    problems.add(text, place, "The rule grants nothing. Name categories under sees, writes or combines.");
}

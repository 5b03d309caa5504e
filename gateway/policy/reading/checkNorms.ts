import type { LocatedYaml, Place } from "../../../schema/LocatedYaml.ts";
import type { PolicyProblems } from "./PolicyProblems.ts";

/** A section of a German act, or an article of the GDPR. */
const citation = /^§§? \d+[a-z]?\b.* \S+|^Art\. \d+\b.* GDPR$/;

/** Reports reasons that are no norm. The decree may stand beside a norm, never alone: it gives a task and no legal basis. */
export function checkNorms(
  text: LocatedYaml,
  place: Place,
  because: readonly string[],
  problems: PolicyProblems,
): void {
  for (const [index, norm] of because.entries())
    if (norm !== "decree" && !citation.test(norm))
      problems.add(text, [...place, index], `No norm: ${norm}. Write it like § 86 AufenthG or Art. 10 GDPR.`);
  if (because.every((norm) => norm === "decree"))
    problems.add(text, place, "The decree alone is no legal basis. Name a norm beside it.");
}

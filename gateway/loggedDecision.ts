import { LoggedDecision } from "./audit/LoggedDecision.ts";
import type { Decision, Verdict } from "./decide.ts";

const kept = new WeakMap<Decision, LoggedDecision>();

/** A decision in the log's terms, made once for each decision that is kept. */
export function loggedDecision(decision: Decision, policyVersion: string): LoggedDecision {
  const known = kept.get(decision);
  if (known !== undefined) return known;
  const made = new LoggedDecision({
    policyVersion,
    allowed: allowedIn(decision),
    withheld: withheldIn(decision),
    tested: decision.tested,
    combined: decision.combined,
  });
  kept.set(decision, made);
  return made;
}

function allowedIn({ verdicts }: Decision) {
  const rules = new Map<string, Set<string>>();
  for (const [{ coordinate }, verdict] of verdicts) {
    if (verdict.kind === "WITHHOLD") continue;
    rules.set(coordinate, (rules.get(coordinate) ?? new Set()).union(new Set(verdict.rules)));
  }
  return [...rules]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([coordinate, ids]) => ({ coordinate, rules: [...ids].sort() }));
}

function withheldIn({ verdicts }: Decision) {
  const withheld = [...verdicts.values()].filter(
    (verdict): verdict is Verdict & { kind: "WITHHOLD" } => verdict.kind === "WITHHOLD",
  );
  const once = new Map(
    withheld.map(({ coordinate, category, prohibitions }) => [
      JSON.stringify([coordinate, category, prohibitions]),
      { coordinate, category, prohibitions },
    ]),
  );
  return [...once].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, each]) => each);
}

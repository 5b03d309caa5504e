import type { GrantEntry } from "../../schema/grant.ts";
import { fits } from "./fits.ts";
import type { Policy, PolicyOffice, Rule } from "./Policy.ts";
import { prohibitionsOn } from "./prohibitionsOn.ts";

/** What may be done with a category: read it, write it, or have it combined into an assessment. */
export type PolicyAction = GrantEntry["action"];

/** Who asks, what for, and on which date of the question. */
export interface PolicyQuestion {
  readonly office: PolicyOffice;
  readonly role: string;
  readonly purpose: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** One rule on one category under one relation, with the prohibitions folded in. */
export interface FoldedRule {
  readonly ruleId: string;
  readonly action: PolicyAction;
  readonly category: string;
  /** Relation that must hold; `ANY` needs none. */
  readonly relation: string;
  /** Facts none of which may hold, sorted. */
  readonly unless: readonly string[];
}

/**
 * The rules that bear on a question, taken apart by action, category and relation. A prohibition without a fact removes its
 * categories; one with a fact becomes a condition. Nothing in the result forbids, so that its order does not matter.
 */
export function foldRules(policy: Policy, question: PolicyQuestion): readonly FoldedRule[] {
  return policy.rules.filter((rule) => bearsOn(rule, question)).flatMap((rule) => fold(rule, policy, question));
}

function bearsOn(rule: Rule, { office, role, purpose, date }: PolicyQuestion): boolean {
  return (
    fits(rule.who, office, role) &&
    rule.purposes.includes(purpose) &&
    (rule.since === null || rule.since <= date) &&
    (rule.until === null || date <= rule.until)
  );
}

function fold(rule: Rule, policy: Policy, { office, role }: PolicyQuestion): readonly FoldedRule[] {
  return actionsOf(rule).flatMap(({ action, category }) => {
    const facts = prohibitionsOn(policy.prohibitions, office, role, category).map((each) => each.fact);
    if (facts.includes(null)) return [];
    const unless = [...new Set(facts.filter((fact) => fact !== null))].sort();
    return rule.when.map((relation) => ({ ruleId: rule.id, action, category, relation, unless }));
  });
}

function actionsOf({ sees, writes, combines }: Rule): readonly { action: PolicyAction; category: string }[] {
  return [
    ...sees.map((category) => ({ action: "SEE" as const, category })),
    ...writes.map((category) => ({ action: "WRITE" as const, category })),
    ...combines.map((category) => ({ action: "COMBINE" as const, category })),
  ];
}

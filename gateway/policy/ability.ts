import { createMongoAbility, type ForcedSubject, type MongoAbility, subject } from "@casl/ability";
import { type Facts, factNames } from "./facts.ts";
import { type FoldedRule, foldRules, type PolicyAction, type PolicyQuestion } from "./foldRules.ts";
import type { Policy, PolicyOffice, Prohibition } from "./Policy.ts";
import { prohibitionsOn } from "./prohibitionsOn.ts";

/** A category granted under one relation. */
export interface Grant {
  /** Relation that must hold to the record; `ANY` needs none. */
  readonly when: string;
  /** Facts of the person or record none of which may hold, sorted. */
  readonly unless: readonly string[];
  /** Every rule that grants it under this relation, sorted. */
  readonly ruleIds: readonly string[];
  /** Every prohibition that put a fact into `unless`, sorted. */
  readonly prohibitions: readonly string[];
}

/** What the policy says of an action on a category before any record is looked at. */
export interface CategoryVerdict {
  /** ALLOW: on every record; ALLOW_IF: on records that fit one of the grants; WITHHOLD: on none. */
  readonly outcome: "ALLOW" | "ALLOW_IF" | "WITHHOLD";
  /** Empty where withheld. */
  readonly grants: readonly Grant[];
  /** Every rule that grants it, sorted. Empty where withheld. */
  readonly ruleIds: readonly string[];
  /** Where withheld: every prohibition that withholds it, whatever the record. Else: every one that is a condition. Sorted. */
  readonly prohibitions: readonly string[];
}

/** What one office may do in one role, for one purpose, on one date of the question. Immutable. */
export interface OfficeAbility {
  /** Grants of an action on a category, one for each relation; empty: withheld. */
  grants(action: PolicyAction, category: string): readonly Grant[];
  verdict(action: PolicyAction, category: string): CategoryVerdict;
  /** Whether the action is allowed on a record of the category on which these facts hold. Incomplete facts are denied. */
  permits(action: PolicyAction, category: string, facts: Facts): boolean;
  /** Every rule that allows the action on such a record, sorted; empty where it is denied. */
  ruleIds(action: PolicyAction, category: string, facts: Facts): readonly string[];
}

/** Abilities kept for one policy. The oldest goes first. */
const abilitiesMax = 2_000;

/**
 * There is one kind of subject: a record, known by its facts alone. Its data never come near CASL, so that a field named
 * by a client cannot pass for a type or a condition.
 */
type RecordSubject = "Record" | (Facts & ForcedSubject<"Record">);
type RecordAbility = MongoAbility<[PolicyAction, RecordSubject]>;

const kept = new WeakMap<Policy, Map<string, OfficeAbility>>();

/** The ability of an office, built once for each policy, office, role, purpose and date, and kept. */
export function abilityFor(
  policy: Policy,
  office: PolicyOffice,
  role: string,
  purpose: string,
  date: string,
): OfficeAbility {
  const abilities = kept.get(policy) ?? new Map<string, OfficeAbility>();
  kept.set(policy, abilities);
  const key = JSON.stringify([office.id, office.kind, role, purpose, date]);
  const found = abilities.get(key);
  if (found !== undefined) return found;
  const [oldest] = abilities.keys();
  if (oldest !== undefined && abilities.size >= abilitiesMax) abilities.delete(oldest);
  const built = build(policy, { office, role, purpose, date });
  abilities.set(key, built);
  return built;
}

function build(policy: Policy, question: PolicyQuestion): OfficeAbility {
  const folded = foldRules(policy, question);
  const casl = createMongoAbility<RecordAbility>(folded.map(toCasl));
  const byCategory = Map.groupBy(folded, ({ action, category }) => keyOf(action, category));
  const prohibiting = (category: string) =>
    prohibitionsOn(policy.prohibitions, question.office, question.role, category);
  const verdicts = new Map(
    [...byCategory].map(([key, rules]) => [key, granted(rules, prohibiting(rules[0]?.category ?? ""))]),
  );
  const verdict = (action: PolicyAction, category: string) =>
    verdicts.get(keyOf(action, category)) ?? withheld(prohibiting(category));
  return {
    verdict,
    grants: (action, category) => verdict(action, category).grants,
    permits: (action, category, facts) =>
      isComplete(category, facts) && casl.can(action, subject("Record", { ...facts }), category),
    ruleIds: (action, category, facts) => {
      if (!isComplete(category, facts)) return [];
      const record = subject("Record", { ...facts });
      const holding = casl.rulesFor(action, "Record", category).filter((rule) => rule.matchesConditions(record));
      return sorted(holding.map((rule) => rule.reason ?? ""));
    },
  };
}

/** CASL lets an empty or undefined field and a missing subject pass, so none of them ever reaches it. */
function isComplete(category: string, facts: Facts): boolean {
  return typeof category === "string" && category !== "" && factNames.every((name) => typeof facts[name] === "boolean");
}

/** Allow-only, always with a field, and conditions of positive equality: the shapes that CASL reads without surprise. */
function toCasl({ ruleId, action, category, relation, unless }: FoldedRule) {
  const conditions = {
    ...(relation === "ANY" ? {} : { [relation]: true }),
    ...Object.fromEntries(unless.map((fact) => [fact, false])),
  };
  return { action, subject: "Record" as const, fields: [category], conditions, reason: ruleId };
}

function granted(rules: readonly FoldedRule[], prohibiting: readonly Prohibition[]): CategoryVerdict {
  const prohibitions = sorted(prohibiting.map((each) => each.id));
  const grants = [...Map.groupBy(rules, (rule) => rule.relation)].map(([when, under]) => ({
    when,
    unless: under[0]?.unless ?? [],
    ruleIds: sorted(under.map((rule) => rule.ruleId)),
    prohibitions,
  }));
  const always = grants.some(({ when, unless }) => when === "ANY" && unless.length === 0);
  return {
    outcome: always ? "ALLOW" : "ALLOW_IF",
    grants,
    ruleIds: sorted(rules.map((rule) => rule.ruleId)),
    prohibitions,
  };
}

function withheld(prohibiting: readonly Prohibition[]): CategoryVerdict {
  const always = prohibiting.filter((each) => each.fact === null);
  return { outcome: "WITHHOLD", grants: [], ruleIds: [], prohibitions: sorted(always.map((each) => each.id)) };
}

function keyOf(action: PolicyAction, category: string): string {
  return `${action} ${category}`;
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

import { expect, test } from "vitest";
import { abilityFor } from "../../../gateway/policy/ability.ts";
import { completeFacts, factNames } from "../../../gateway/policy/facts.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { vocabulary } from "../../../schema/vocabulary.ts";
import { askers, officeOf } from "./askers.ts";
import { type NaiveQuestion, naiveRuleIds, naiveRules } from "./naivePolicy.ts";

const policy = loadPolicy();
const actions = ["SEE", "WRITE", "COMBINE"] as const;
const categories = Object.keys(vocabulary.categories);
const dates = ["2026-02-28", "2026-03-01", "2026-06-15", "2026-08-31", "2026-09-01"];
const seed = 20_260_615;

test(`CASL and a plain reading of the files agree on 10,000 random questions (seed ${seed})`, () => {
  const random = seeded(seed);
  const answers = { allowed: 0, denied: 0 };
  const rulesSeen = new Set<string>();
  for (let count = 0; count < 10_000; count++) {
    const question = count % 2 === 0 ? anyQuestion(random) : questionNearRule(random);
    const expected = naiveRuleIds(question).toSorted();
    expect({ question, ...answerOf(question) }).toEqual({
      question,
      permits: expected.length > 0,
      granted: expected.length > 0,
      ruleIds: expected,
    });
    answers[expected.length > 0 ? "allowed" : "denied"]++;
    for (const id of expected) rulesSeen.add(id);
  }
  expect(answers.allowed).toBeGreaterThan(1_000);
  expect(answers.denied).toBeGreaterThan(1_000);
  expect([...rulesSeen].sort()).toEqual(naiveRules.map(({ id }) => id).sort());
});

/** CASL's answer, the answer of the folded grants that SQL is made from, and the rules behind it. */
function answerOf({ office, role, purpose, date, action, category, holding }: NaiveQuestion) {
  const { kind } = officeOf({ office: office.id, role });
  const ability = abilityFor(policy, { id: office.id, kind }, role, purpose, date);
  return {
    permits: ability.permits(action, category, completeFacts(holding)),
    granted: ability
      .grants(action, category)
      .some(
        ({ when, unless }) =>
          (when === "ANY" || holding.includes(when)) && !unless.some((fact) => holding.includes(fact)),
      ),
    ruleIds: ability.ruleIds(action, category, completeFacts(holding)),
  };
}

function anyQuestion(random: () => number): NaiveQuestion {
  const asker = pick(Object.values(askers), random);
  return {
    office: officeOf(asker),
    role: asker.role,
    purpose: pick([...policy.purposes.keys()], random),
    date: pick(dates, random),
    action: pick(actions, random),
    category: pick(categories, random),
    holding: someFacts(random),
  };
}

/** A question that one rule would answer, were it not for facts and dates drawn at random. */
function questionNearRule(random: () => number): NaiveQuestion {
  const rule = pick(policy.rules, random);
  const fitting = Object.values(askers).filter((asker) => {
    const { id, kind } = officeOf(asker);
    return [id, kind].some((name) => rule.who.offices.includes(name)) && rule.who.roles.includes(asker.role);
  });
  const action = pick(
    actions.filter((each) => granted(rule, each).length > 0),
    random,
  );
  const asker = pick(fitting, random);
  return {
    office: officeOf(asker),
    role: asker.role,
    purpose: pick(rule.purposes, random),
    date: pick(dates, random),
    action,
    category: pick(granted(rule, action), random),
    holding: random() < 0.5 ? someFacts(random) : [pick(rule.when, random)],
  };
}

function granted(rule: (typeof policy.rules)[number], action: (typeof actions)[number]): readonly string[] {
  return { SEE: rule.sees, WRITE: rule.writes, COMBINE: rule.combines }[action];
}

function someFacts(random: () => number): readonly string[] {
  const share = random() / 2;
  return factNames.filter(() => random() < share);
}

function pick<T>(among: readonly T[], random: () => number): T {
  const picked = among[Math.floor(random() * among.length)];
  if (picked === undefined) throw new Error("There is nothing to pick from.");
  return picked;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

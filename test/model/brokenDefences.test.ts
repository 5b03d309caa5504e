import { openAsBlob } from "node:fs";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { House } from "../../gateway/House.ts";
import type { Policy, Rule } from "../../gateway/policy/Policy.ts";
import type { GrantEntry } from "../../schema/grant.ts";
import { type Model, openModel } from "./openModel.ts";
import { runModel } from "./runModel.ts";

let model: Model;
beforeAll(async () => {
  model = await openModel(await openAsBlob(inject("emptyDump")));
});
afterAll(() => model?.gateway.close());

type Break = (house: House) => House;

const withPolicy = (change: (policy: Policy) => Partial<Policy>): Break => {
  let changed: Policy | null = null;
  return (house) => {
    changed ??= { ...house.policy, ...change(house.policy) };
    return { ...house, policy: changed };
  };
};
const withRules = (change: (rule: Rule) => Partial<Rule>): Break =>
  withPolicy(({ rules }) => ({ rules: rules.map((rule) => ({ ...rule, ...change(rule) })) }));
const withGrants =
  (change: (entry: GrantEntry) => Partial<GrantEntry>): Break =>
  (house) => ({
    ...house,
    fetch: Object.assign(
      (question: Parameters<House["fetch"]>[0]) => {
        const entries = question.decision.entries.map((entry) => ({ ...entry, ...change(entry) }));
        return house.fetch({ ...question, decision: { ...question.decision, entries } });
      },
      { stop: () => house.fetch.stop() },
    ),
  });

const rrk = /^RRK/;
const anybody = /./;

describe("The model sees a gateway that forgets", () => {
  test.each<readonly [what: string, who: RegExp, broken: Break]>([
    ["prohibitions", anybody, withPolicy(() => ({ prohibitions: [] }))],
    ["that rules name a relation", anybody, withRules(() => ({ when: ["ANY"] }))],
    [
      "that rules name purposes",
      rrk,
      withRules(() => ({ purposes: ["WORKLIST", "CASE_MANAGEMENT", "CASE_ADMISSION"] })),
    ],
    ["that rules begin and end", rrk, withRules(() => ({ since: null, until: null }))],
    ["one rule", rrk, withPolicy(({ rules }) => ({ rules: rules.filter(({ id }) => id !== "R-RRK-02") }))],
    ["relations in its grants, so that SQL leaves every row", anybody, withGrants(() => ({ when: ["ANY"] }))],
    ["exceptions in its grants, so that SQL leaves blocked persons", anybody, withGrants(() => ({ unless: [] }))],
    [
      "the stated case in its grants",
      anybody,
      (house) => ({
        ...house,
        fetch: Object.assign(
          (question: Parameters<House["fetch"]>[0]) =>
            house.fetch({ ...question, requester: { ...question.requester, caseRef: null } }),
          { stop: () => house.fetch.stop() },
        ),
      }),
    ],
  ])(
    "%s",
    async (_, who, broken) => {
      const outcome = await runModel({
        ...model,
        operations: 1200,
        seed: 7,
        findsMax: 1,
        shrinks: false,
        house: broken(model.gateway.house),
        among: ({ office }) => who.test(office),
      });
      expect(outcome.finds).toHaveLength(1);
    },
    120_000,
  );

  test("… and makes what it finds small", async () => {
    const house = withPolicy(() => ({ prohibitions: [] }))(model.gateway.house);
    const [find] = (await runModel({ ...model, operations: 1200, seed: 7, findsMax: 1, house })).finds;
    expect(find?.asked.query.match(/\w+/g)?.length).toBeLessThan(16);
  }, 120_000);
});

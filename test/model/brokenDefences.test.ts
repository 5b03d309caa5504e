import { openAsBlob, readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readCatalogue } from "../../bypass/readCatalogue.ts";
import type { House } from "../../gateway/House.ts";
import type { Policy, Rule } from "../../gateway/policy/Policy.ts";
import type { GrantEntry } from "../../schema/grant.ts";
import { type Model, openModel } from "./openModel.ts";
import { runModel } from "./runModel.ts";
import type { Setting } from "./Setting.ts";
import type { SabotagedWork } from "./sabotagedWorker.ts";
import { sabotages } from "./sabotages.ts";

let model: Model;
beforeAll(async () => {
  model = await openModel(await openAsBlob(inject("emptyDump")));
});
afterAll(() => model?.gateway.close());

const areAllWanted = process.env.SABOTAGES === "all";

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

type Who = (setting: Setting) => boolean;

const anybody: Who = () => true;
const rrk: Who = ({ office }) => office.startsWith("RRK");
const rrkOutsideThePilot: Who = (setting) =>
  rrk(setting) && (setting.date < "2026-03-01" || setting.date > "2026-08-31");

describe("The model sees a gateway that forgets", () => {
  test.each<readonly [what: string, who: Who, broken: Break]>([
    ["prohibitions", anybody, withPolicy(() => ({ prohibitions: [] }))],
    ["that rules name a relation", anybody, withRules(() => ({ when: ["ANY"] }))],
    [
      "that rules name purposes",
      rrk,
      withRules(() => ({ purposes: ["WORKLIST", "CASE_MANAGEMENT", "CASE_ADMISSION"] })),
    ],
    ["that rules begin and end", rrkOutsideThePilot, withRules(() => ({ since: null, until: null }))],
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
        among: who,
      });
      expect(outcome.finds).toHaveLength(1);
    },
    120_000,
  );

  test("… and makes what it finds small", async () => {
    const house = withPolicy(() => ({ prohibitions: [] }))(model.gateway.house);
    const [find] = (await runModel({ ...model, operations: 1200, seed: 7, findsMax: 1, house })).finds;
    expect(find?.asked.query.match(/\w+/g)?.length).toBeLessThan(24);
  }, 120_000);
});

describe("A defence that is taken away by itself", () => {
  test.each(sabotages.filter(({ complaint, inEveryRun }) => complaint !== null && (areAllWanted || inEveryRun)))(
    "and the model sees it: $what",
    async ({ among, complaint, ...sabotage }) => {
      const complaints = await sabotaged(sabotage, among, 1200);
      expect(complaints.map((each) => each.slice(0, 200))).toContainEqual(expect.stringMatching(complaint ?? ""));
    },
    120_000,
  );

  test.each(sabotages.filter(({ complaint }) => complaint === null))(
    "and the model does not see it, because $line, but another test fails: $what",
    ({ file, take, shownBy = "" }) => {
      const text = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
      expect(text(file)).toContain(take);
      const way = readCatalogue().get(shownBy);
      if (way !== undefined) expect(way.without).toMatchObject({ file, take });
      else {
        const [, name = "", title = ""] = /^(\S+) (.+)$/.exec(shownBy) ?? [];
        expect(text(name)).toContain(title);
      }
    },
  );
});

/** What a model complains of whose gateway and subgraphs are loaded with that line changed. */
function sabotaged(sabotage: SabotagedWork["sabotage"], among: RegExp, operations: number): Promise<readonly string[]> {
  const { tables } = model;
  const work = { sabotage, among: among.source, emptyDump: inject("emptyDump"), tables, operations, seed: 7 };
  const worker = new Worker(new URL("./sabotagedWorker.ts", import.meta.url), { workerData: work, execArgv: [] });
  return new Promise((resolve, reject) => {
    worker.on("message", resolve);
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`A worker ended with ${code} before it was done.`)));
  });
}

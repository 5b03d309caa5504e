import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { abilityFor } from "../../../gateway/policy/ability.ts";
import { completeFacts, factNames } from "../../../gateway/policy/facts.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { type AskerName, askers, officeOf } from "./askers.ts";

const policy = loadPolicy();
const ability = (name: AskerName, purpose: string, date = "2026-06-15") =>
  abilityFor(policy, officeOf(askers[name]), askers[name].role, purpose, date);

describe("A verdict names everything that determined it", () => {
  test("a category under two relations has a grant for each, with its rules and the prohibitions behind its conditions", () => {
    expect(ability("abhBorken", "RESIDENCE_PROCEDURE").verdict("SEE", "IDENTITY")).toEqual({
      outcome: "ALLOW_IF",
      grants: [
        { when: "OWN_FILE", unless: ["LARGE_TRANSFER_BLOCK"], ruleIds: ["R-ABH-01"], prohibitions: ["P-01"] },
        { when: "PARTICIPATING_CASE", unless: ["LARGE_TRANSFER_BLOCK"], ruleIds: ["R-ABH-04"], prohibitions: ["P-01"] },
      ],
      ruleIds: ["R-ABH-01", "R-ABH-04"],
      prohibitions: ["P-01"],
    });
  });

  test("two prohibitions on one category are two conditions", () => {
    expect(ability("rrkMuenster", "CASE_ADMISSION").grants("SEE", "CONVICTION")).toEqual([
      {
        when: "OWN_CASE",
        unless: ["LARGE_TRANSFER_BLOCK", "UNION_CITIZEN"],
        ruleIds: ["R-RRK-02"],
        prohibitions: ["P-01", "P-02"],
      },
    ]);
  });

  test("what concerns nobody and is under no prohibition is allowed without looking at a record", () => {
    expect(ability("dataSubject", "DATA_SUBJECT_ACCESS").verdict("SEE", "CATALOGUE")).toEqual({
      outcome: "ALLOW",
      grants: [{ when: "ANY", unless: [], ruleIds: ["R-SELF-03"], prohibitions: [] }],
      ruleIds: ["R-SELF-03"],
      prohibitions: [],
    });
  });

  test.for([
    ["no rule grants it", "SEE", "ORIGIN", []],
    ["a prohibition withholds it from everybody", "SEE", "RELIGION", ["P-05"]],
    ["it can be read and not written", "WRITE", "CONVICTION", []],
    ["it can be combined and not read", "SEE", "CONDUCT_FACTS", []],
  ] as const)("withheld: %s", ([, action, category, prohibitions]) => {
    expect(ability("rrkMuenster", "CASE_ADMISSION").verdict(action, category)).toEqual({
      outcome: "WITHHOLD",
      grants: [],
      ruleIds: [],
      prohibitions,
    });
  });
});

describe("What CASL would let pass is denied", () => {
  const rrk = ability("rrkMuenster", "CASE_ADMISSION");
  const ownCase = completeFacts(["OWN_CASE"]);

  test("an empty category", () => {
    expect(rrk.permits("SEE", "", ownCase)).toBe(false);
    expect(rrk.ruleIds("SEE", "", ownCase)).toEqual([]);
  });

  test.for(factNames)("facts that do not tell of %s", (missing) => {
    const { [missing]: _, ...incomplete } = ownCase;
    expect(rrk.permits("SEE", "CONVICTION", incomplete)).toBe(false);
    expect(rrk.ruleIds("SEE", "CONVICTION", incomplete)).toEqual([]);
  });

  test.for(["*", "CONVICTION*", "**", "INHERIT", "RELATION_FACTS", "constructor"])("the category %s", (category) => {
    expect(rrk.permits("SEE", category, ownCase)).toBe(false);
  });

  test("a fact of another name adds nothing", () => {
    expect(rrk.permits("SEE", "CONVICTION", completeFacts(["ANY", "OWN_CASES", "own_case"]))).toBe(false);
  });
});

describe("Nothing is granted to whom the policy does not know", () => {
  test.for([
    ["role", "RRK_MUENSTER", "CHIEF", "CASE_ADMISSION"],
    ["purpose", "RRK_MUENSTER", "CASEWORKER", "CURIOSITY"],
    ["office", "RRK_ATLANTIS", "OPERATOR", "CASE_ADMISSION"],
  ] as const)("an unknown %s", ([, id, role, purpose]) => {
    const unknown = abilityFor(policy, { id, kind: "RRK" }, role, purpose, "2026-06-15");
    expect(unknown.permits("SEE", "CASE", completeFacts(factNames))).toBe(false);
    expect(unknown.verdict("SEE", "CASE").outcome).toBe("WITHHOLD");
  });
});

test("An ability is built once for each office, role, purpose and date, and never shared between policies", () => {
  const first = ability("rrkMuenster", "CASE_ADMISSION");
  expect(ability("rrkMuenster", "CASE_ADMISSION")).toBe(first);
  expect(ability("rrkMuensterLead", "CASE_ADMISSION")).not.toBe(first);
  expect(ability("rrkMuenster", "CASE_ADMISSION", "2026-06-16")).not.toBe(first);
  const emptied = { ...policy, rules: [] };
  const none = abilityFor(emptied, officeOf(askers.rrkMuenster), "CASEWORKER", "CASE_ADMISSION", "2026-06-15");
  expect(none.permits("SEE", "CASE", completeFacts(["OWN_CASE"]))).toBe(false);
});

test("Only ability.ts imports CASL, and the tests that show what CASL does by itself", () => {
  const root = new URL("../../../", import.meta.url).pathname;
  const sources = globSync("{gateway,subgraphs,schema,bench,test}/**/*.ts", { cwd: root });
  const importing = sources.filter((name) => /from "@casl\//.test(readFileSync(`${root}${name}`, "utf8")));
  expect(importing.toSorted()).toEqual(["gateway/policy/ability.ts", "test/bypass/policy.test.ts"]);
});

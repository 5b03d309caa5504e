import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { PolicyError } from "../../../gateway/policy/PolicyError.ts";
import { parsePolicy } from "../../../gateway/policy/reading/parsePolicy.ts";

/** A small policy without mistakes. Each row of the table changes one thing in it. */
const good: Readonly<Record<string, string>> = {
  "purposes.yaml": `
CASE_MANAGEMENT: { german: Fallsteuerung, english: case management, code: "01", caseless: false }`,
  "roles.yaml": `
CASEWORKER: { german: Sachbearbeitung, english: casework, kinds: [RRK, ZAB] }
ANALYST: { german: Auswertung, english: analysis, kinds: [LKA] }`,
  "prohibitions.yaml": `
- id: P-01
  sentence: "Nobody sees religion."
  withholds: [RELIGION]
  because: ["§ 86 AufenthG"]`,
  "rules/rrk.yaml": `
- id: R-RRK-01
  sentence: "An RRK sees its cases."
  who: { offices: [RRK], roles: [CASEWORKER] }
  purposes: [CASE_MANAGEMENT]
  sees: [CASE, CONVICTION]
  when: [OWN_CASE]
  because: ["§ 86 AufenthG", "decree"]
  since: 2026-03-01
  until: 2026-08-31`,
};

const rule = "rules/rrk.yaml";

/** What is changed in which file, and all that is then reported. */
// biome-ignore format: a table, a row a line
const refusals: readonly (readonly [title: string, file: string, from: string, to: string, problems: readonly string[]])[] = [
  ["a misspelt category", rule, "CONVICTION]", "CONVICTON]", [`${rule}:6: Unknown category CONVICTON. Nearest valid: CONVICTION.`]],
  ["a misspelt relation", rule, "OWN_CASE", "OWN_CASES", [`${rule}:7: Unknown relation OWN_CASES. Nearest valid: OWN_CASE.`]],
  ["a misspelt office", rule, "[RRK]", "[RRK_MUNSTER]", [
    `${rule}:4: Unknown office or kind of office RRK_MUNSTER. Nearest valid: RRK_MUENSTER.`,
  ]],
  ["a misspelt purpose", rule, "CASE_MANAGEMENT", "CASE_MANAGMENT", [`${rule}:5: Unknown purpose CASE_MANAGMENT. Nearest valid: CASE_MANAGEMENT.`]],
  ["a misspelt role", rule, "CASEWORKER", "CASE_WORKER", [`${rule}:4: Unknown role CASE_WORKER. Nearest valid: CASEWORKER.`]],
  ["a role of other offices", rule, "CASEWORKER", "ANALYST", [`${rule}:4: None of the offices has the role ANALYST. Valid: CASEWORKER.`]],
  ["a misspelt key", rule, "sees:", "see:", [
    `${rule}:6: Unknown key see. Nearest valid: sees.`,
  ]],
  ["a category that cannot be granted", rule, "[CASE,", "[INHERIT,", [`${rule}:6: Unknown category INHERIT. Nearest valid: IDENTITY.`]],
  ["relation facts granted", rule, "[CASE,", "[RELATION_FACTS,", [`${rule}:6: Unknown category RELATION_FACTS. Nearest valid: RESIDENCE_FACTS.`]],
  ["all categories granted", rule, "[CASE, CONVICTION]", '["*"]', [`${rule}:6: Unknown category *. Nearest valid: SEX.`]],
  ["a reason that is no norm", rule, "§ 86 AufenthG", "useful", [
    `${rule}:8: No norm: useful. Write it like § 86 AufenthG or Art. 10 GDPR.`,
  ]],
  ["a norm without its sign", rule, "§ 86 AufenthG", "86 AufenthG", [`${rule}:8: No norm: 86 AufenthG. Write it like § 86 AufenthG or Art. 10 GDPR.`]],
  ["a norm without its act", rule, "§ 86 AufenthG", "§ 86", [`${rule}:8: No norm: § 86. Write it like § 86 AufenthG or Art. 10 GDPR.`]],
  ["no reason at all", rule, `  because: ["§ 86 AufenthG", "decree"]\n`, "", [`${rule}:2: because: Invalid input: expected array, received undefined.`]],
  ["no purpose", rule, "[CASE_MANAGEMENT]", "[]", [`${rule}:5: purposes: at least one name.`]],
  ["a single word where a list belongs", rule, "[OWN_CASE]", "OWN_CASE", [`${rule}:7: when: Invalid input: expected array, received string.`]],
  ["the decree as the only reason", rule, '"§ 86 AufenthG", ', "", [`${rule}:8: The decree alone is no legal basis. Name a norm beside it.`]],
  ["an end before the beginning", rule, "2026-08-31", "2026-02-01", [
    `${rule}:10: The rule ends on 2026-02-01, before it begins on 2026-03-01.`,
  ]],
  ["a day that does not exist", rule, "2026-08-31", "2026-08-32", [`${rule}:10: until: a day is written YYYY-MM-DD.`]],
  ["a rule that grants nothing", rule, "sees: [CASE, CONVICTION]", "sees: []", [
    `${rule}:2: The rule grants nothing. Name categories under sees, writes or combines.`,
  ]],
  ["a rule that grants only what is prohibited", rule, "[CASE, CONVICTION]", "[RELIGION]", [
    `${rule}:2: All that the rule grants is withheld by P-01. It can never apply.`,
  ]],
  ["a rule that grants a category in vain", rule, "[CASE, CONVICTION]", "[CASE, RELIGION]", [
    `${rule}:6: RELIGION is withheld by P-01, whatever the record. Take it out of the rule.`,
  ]],
  ["a rule without a relation", rule, "[OWN_CASE]", "[]", [`${rule}:7: when: at least one name.`]],
  ["an id of another shape", rule, "R-RRK-01", "RRK1", [`${rule}:2: id: an id looks like R-RRK-01.`]],
  ["a sentence cut short", rule, "its cases.", "its", [`${rule}:3: sentence: a sentence ends with a full stop.`]],
  ["an id given twice", rule, "R-RRK-01", `R-RRK-01
  sentence: "It sees cases."
  who: { offices: [RRK] }
  purposes: [CASE_MANAGEMENT]
  sees: [CASE]
  when: [OWN_CASE]
  because: ["§ 86 AufenthG"]
- id: R-RRK-01`, [`${rule}:9: Id R-RRK-01 is taken by ${rule}:2. Ids are never used again.`]],
  ["no YAML", rule, "[CASE, CONVICTION]", "[CASE, CONVICTION", [
    `${rule}:7: No YAML: Flow sequence in block collection must be sufficiently indented and end with a ]`,
  ]],
  ["a key given twice", rule, "when: [OWN_CASE]", "when: [OWN_CASE]\n  when: [ANY]", [`${rule}:8: No YAML: Map keys must be unique`]],
  ["a misspelt category in a prohibition", "prohibitions.yaml", "RELIGION", "RELIGON", ["prohibitions.yaml:4: Unknown category RELIGON. Nearest valid: RELIGION."]],
  ["a misspelt fact", "prohibitions.yaml", "because", "fact: UNION_CITIZENS\n  because", ["prohibitions.yaml:5: Unknown fact UNION_CITIZENS. Nearest valid: UNION_CITIZEN."]],
  ["an exception for an office that does not exist", "prohibitions.yaml", "because", "except: { offices: [ABX] }\n  because", ["prohibitions.yaml:5: Unknown office or kind of office ABX. Nearest valid: ABH."]],
  ["a code that the list lacks", "purposes.yaml", '"01"', '"08"', ["purposes.yaml:2: Unknown code of the list abrufzweck 08. Nearest valid: 01."]],
  ["a code that lost its quotes", "purposes.yaml", '"01"', "01", ["purposes.yaml:2: code: Invalid input: expected string, received number."]],
  ["a role of a kind that does not exist", "roles.yaml", "[LKA]", "[KLA]", [
"roles.yaml:3: Unknown word KLA. Nearest valid: LKA.",
  ]],
];

test.for(refusals)("Refused: %s", ([, file, from, to, problems]) => {
  expect(good[file]).toContain(from);
  expect(problemsOf({ ...good, [file]: good[file]?.replace(from, to) ?? "" })).toEqual(problems);
});

describe("A policy is whole", () => {
  test("the small policy has no mistake", () => {
    expect(problemsOf(good)).toEqual([]);
  });

  test.for(["purposes.yaml", "roles.yaml", "prohibitions.yaml"])("refused: %s is missing", (name) => {
    const { [name]: _, ...rest } = good;
    expect(problemsOf(rest)).toContain(`${name}:1: The file is missing.`);
  });

  test.for([
    ["prohibitions.yaml", "list"],
    [rule, "list"],
    ["purposes.yaml", "map"],
  ])("refused: %s holds nothing but a comment, where a %s belongs", ([name, holder]) => {
    expect(problemsOf({ ...good, [name ?? ""]: "# nothing yet\n" })).toContain(
      `${name}:1: The file must be a ${holder} with at least one entry.`,
    );
  });

  test("refused: a file that nothing would read", () => {
    expect(problemsOf({ ...good, "prohibition.yaml": "- id: P-02" })).toEqual([
      "prohibition.yaml:1: Unknown file prohibition.yaml. Nearest valid: prohibitions.yaml.",
    ]);
  });

  test("refused: no rules at all", () => {
    const { [rule]: _, ...rest } = good;
    expect(problemsOf(rest)).toEqual(["rules:1: There is no file of rules."]);
  });

  test("every mistake of every file is reported at once, by file and line", () => {
    const problems = problemsOf({
      ...good,
      "prohibitions.yaml": good["prohibitions.yaml"]?.replace("RELIGION", "RELIGON") ?? "",
      [rule]: good[rule]?.replace("CONVICTION]", "CONVICTON]").replace("OWN_CASE", "OWN") ?? "",
    });
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
      "prohibitions.yaml:4:",
      `${rule}:6:`,
      `${rule}:7:`,
    ]);
  });
});

describe("The policy in force", () => {
  const folder = new URL("../../../gateway/policy/", import.meta.url);

  test("has a version that changes with any letter of any file", () => {
    const names = [
      "purposes.yaml",
      "roles.yaml",
      "prohibitions.yaml",
      ...readdirSync(new URL("rules/", folder))
        .filter((name) => name.endsWith(".yaml"))
        .map((name) => `rules/${name}`),
    ];
    const files = new Map(names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
    expect(parsePolicy(files).version).toBe(loadPolicy().version);
    const versions = names.map(
      (name) => parsePolicy(new Map([...files, [name, `${files.get(name)}# reviewed\n`]])).version,
    );
    expect(new Set([...versions, loadPolicy().version]).size).toBe(names.length + 1);
  });

  test("has the purposes of the interface, with their codes", () => {
    const { purposes } = loadPolicy();
    expect([...purposes.values()].map(({ id, code, caseless }) => [id, code, caseless ? "caseless" : "case"])).toEqual([
      ["WORKLIST", "01", "caseless"],
      ["CASE_ADMISSION", "01", "case"],
      ["CASE_MANAGEMENT", "01", "case"],
      ["NOTIFICATION", null, "caseless"],
      ["RETURN_EXECUTION", "01", "case"],
      ["RESIDENCE_PROCEDURE", "01", "case"],
      ["ASYLUM_PROCEDURE", "02", "case"],
      ["CRIMINAL_PROSECUTION", "04", "case"],
      ["SENTENCE_ENFORCEMENT", "06", "case"],
      ["DANGER_AVERSION", "09", "case"],
      ["CUSTODY_ENFORCEMENT", "37", "case"],
      ["DATA_MAINTENANCE", "21", "caseless"],
      ["IDENTITY_CLEARING", "11", "caseless"],
      ["BLOCKED_CLEARING", "77", "caseless"],
      ["SUPERVISION", null, "caseless"],
      ["EVALUATION", null, "caseless"],
      ["DATA_PROTECTION_CONTROL", null, "caseless"],
      ["DATA_SUBJECT_ACCESS", null, "caseless"],
      ["INTERFACE_DEVELOPMENT", null, "caseless"],
      ["DATA_SUBJECT_REQUEST", null, "case"],
    ]);
  });
});

/** What the reader reports; empty where it accepts the files. */
function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
  try {
    parsePolicy(new Map(Object.entries(files)));
    return [];
  } catch (error) {
    if (error instanceof PolicyError) return error.problems;
    throw error;
  }
}

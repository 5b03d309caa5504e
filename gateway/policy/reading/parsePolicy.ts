import { createHash } from "node:crypto";
import { codeLists } from "../../../schema/codeLists.ts";
import { LocatedYaml } from "../../../schema/LocatedYaml.ts";
import type { Policy, Purpose } from "../Policy.ts";
import { checkDuplicates } from "./checkDuplicates.ts";
import { checkProhibition } from "./checkProhibition.ts";
import { checkRule } from "./checkRule.ts";
import { checkShadows } from "./checkShadows.ts";
import { PolicyProblems } from "./PolicyProblems.ts";
import { policyNames } from "./policyNames.ts";
import { policyShapes } from "./policyShapes.ts";
import { type Entry, readEntries } from "./readEntries.ts";

/** Files that a policy must have beside its rules. */
const singleFiles = ["purposes.yaml", "roles.yaml", "prohibitions.yaml"] as const;
const ruleFile = /^rules\/[a-z-]+\.yaml$/;

/**
 * A policy from the text of its files, by their names below the policy's folder (`purposes.yaml`, `rules/rrk.yaml` …).
 *
 * @throws PolicyError with every problem of every file
 */
export function parsePolicy(files: ReadonlyMap<string, string>): Policy {
  const problems = new PolicyProblems();
  const texts = readTexts(files, problems);
  const { purposes, roles, prohibitions, rules } = readAll(texts, problems);
  const names = policyNames(
    texts.get("purposes.yaml")?.keys ?? [],
    texts.get("roles.yaml")?.keys ?? [],
    new Map(roles.map(({ key, value }) => [key, value.kinds])),
  );
  const prohibited = prohibitions.map(({ value }) => value);

  checkPurposeCodes(purposes, problems);
  for (const each of prohibitions) checkProhibition(each, names, problems);
  for (const each of rules) checkRule(each, names, problems);
  checkDuplicates(prohibitions, problems);
  checkDuplicates(rules, problems);
  checkShadows(rules, prohibited, names, problems);
  problems.throwIfAny();
  return {
    version: versionOf(files),
    roles: new Map(roles.map(({ key, value }) => [key, { id: key, ...value }])),
    rules: rules.map(({ value }) => value),
    prohibitions: prohibited,
    purposes: new Map(purposes.map(({ key, value }) => [key, { id: key, ...value }])),
  };
}

function readAll(texts: ReadonlyMap<string, LocatedYaml>, problems: PolicyProblems) {
  const read = <Kind extends keyof typeof policyShapes>(name: string, holder: "list" | "map", kind: Kind) => {
    const text = texts.get(name);
    return text === undefined ? [] : readEntries(text, holder, policyShapes[kind], problems);
  };
  return {
    purposes: read("purposes.yaml", "map", "purpose"),
    roles: read("roles.yaml", "map", "role"),
    prohibitions: read("prohibitions.yaml", "list", "prohibition"),
    rules: [...texts.keys()].filter((name) => ruleFile.test(name)).flatMap((name) => read(name, "list", "rule")),
  };
}

function readTexts(files: ReadonlyMap<string, string>, problems: PolicyProblems): ReadonlyMap<string, LocatedYaml> {
  const known: readonly string[] = singleFiles;
  for (const name of known.filter((each) => !files.has(each))) problems.addLine(name, 1, "The file is missing.");
  if (![...files.keys()].some((name) => ruleFile.test(name)))
    problems.addLine("rules", 1, "There is no file of rules.");
  const texts = new Map<string, LocatedYaml>();
  for (const name of [...files.keys()].sort()) {
    const text = new LocatedYaml(name, files.get(name) ?? "");
    texts.set(name, text);
    for (const { line, what } of text.syntaxProblems) problems.addLine(name, line, `No YAML: ${what}`);
    if (!known.includes(name) && !ruleFile.test(name))
      problems.addUnknown(text, [], "file", name, [...known, `rules/${name}`]);
  }
  return texts;
}

function checkPurposeCodes(purposes: readonly Entry<Omit<Purpose, "id">>[], problems: PolicyProblems): void {
  const codes = codeLists.get("abrufzweck") ?? new Map<string, unknown>();
  for (const { text, place, value } of purposes)
    if (value.code !== null && !codes.has(value.code))
      problems.addUnknown(text, [...place, "code"], "code of the list abrufzweck", value.code, codes.keys());
}

function versionOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const name of [...files.keys()].sort()) hash.update(JSON.stringify([name, files.get(name)]));
  return hash.digest("hex").slice(0, 16);
}

import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

interface NaiveWho {
  readonly offices: readonly string[];
  readonly roles?: readonly string[];
}
type NaiveEntry = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly who?: NaiveWho;
  readonly except?: NaiveWho;
};

const folder = new URL("../../../gateway/policy/", import.meta.url);
const read = (name: string): readonly NaiveEntry[] => parse(readFileSync(new URL(name, folder), "utf8"));

/** The rules and prohibitions as they stand in the files: no shape, no defaults, no library but YAML. */
export const naiveRules = readdirSync(new URL("rules/", folder))
  .filter((name) => name.endsWith(".yaml"))
  .flatMap((name) => read(`rules/${name}`));
export const naiveProhibitions = read("prohibitions.yaml");

/** A question to the policy, on a record on which the facts in `holding` hold. */
export interface NaiveQuestion {
  readonly office: { readonly id: string; readonly kind: string };
  readonly role: string;
  readonly purpose: string;
  readonly date: string;
  readonly action: "SEE" | "WRITE" | "COMBINE";
  readonly category: string;
  readonly holding: readonly string[];
}

/** The ids of the rules that allow it, in the order of the files, read off sentence by sentence. Slow, and obviously right. */
export function naiveRuleIds(question: NaiveQuestion): readonly string[] {
  const { office, role, purpose, date, action, category, holding } = question;
  const list = (value: unknown) => (value ?? []) as readonly string[];
  const isMeant = (who: NaiveWho) =>
    [office.id, office.kind].some((name) => who.offices.includes(name)) && (who.roles ?? [role]).includes(role);
  const isForbidden = naiveProhibitions.some(
    ({ who, except, withholds, fact }) =>
      ["*", category].some((name) => list(withholds).includes(name)) &&
      (who === undefined || isMeant(who)) &&
      (except === undefined || !isMeant(except)) &&
      (fact === undefined || holding.includes(String(fact))),
  );
  if (isForbidden) return [];
  const member = { SEE: "sees", WRITE: "writes", COMBINE: "combines" }[action];
  return naiveRules
    .filter(({ who }) => who !== undefined && isMeant(who))
    .filter((rule) => list(rule.purposes).includes(purpose) && list(rule[member]).includes(category))
    .filter(({ since, until }) => date >= String(since ?? "0000") && date <= String(until ?? "9999"))
    .filter(({ when }) => ["ANY", ...holding].some((tie) => list(when).includes(tie)))
    .map((rule) => rule.id);
}

import { type OfficeEntry, offices } from "../../schema/offices.ts";
import { groupOffices } from "../../schema/policyRecord/groupOffices.ts";
import type { PolicyRecord, PolicyRight } from "../../schema/policyRecord/PolicyRecord.ts";
import { vocabulary } from "../../schema/vocabulary.ts";
import { fits } from "../policy/fits.ts";
import type { Policy, Rule } from "../policy/Policy.ts";
import { prohibitionsOn } from "../policy/prohibitionsOn.ts";
import type { Supergraph } from "../Supergraph.ts";
import { policyFields } from "./policyFields.ts";

/** A policy worked out to data: every right it gives, and what each coordinate of the schema demands. Stable in its order. */
export function policyRecord(policy: Policy, supergraph: Supergraph): PolicyRecord {
  const reason = ({ id, sentence, because }: { id: string; sentence: string; because: readonly string[] }) => ({
    id,
    sentence: sentence.trim(),
    because,
  });
  return {
    v: 1,
    version: policy.version,
    rights: policy.rules.flatMap((rule) => rightsOf(rule, policy)).sort(byHolder),
    denials: denialsOf(policy),
    fields: policyFields(supergraph),
    rules: policy.rules.map(reason),
    prohibitions: policy.prohibitions.map(reason),
    purposes: [...policy.purposes.values()].map(({ id, german }) => ({ id, german })),
    roles: [...policy.roles.values()].map(({ id, kinds }) => ({ id, kinds })),
  };
}

/** The rights of a rule, told of a kind of office where all of that kind have them alike. */
function rightsOf(rule: Rule, policy: Policy): readonly PolicyRight[] {
  const roles = [...policy.roles.values()].filter(
    ({ id }) => rule.who.roles.length === 0 || rule.who.roles.includes(id),
  );
  return roles.flatMap(({ id: role, kinds }) =>
    kinds.flatMap((kind) => {
      const ofKind = [...offices.values()].filter((office) => office.kind === kind);
      const each = ofKind
        .filter((office) => fits(rule.who, office, role))
        .flatMap((office) => rightsIn(rule, policy, office, role).map((right) => ({ right, office: office.id })));
      return [...Map.groupBy(each, ({ right }) => JSON.stringify(right)).values()].flatMap((alike) => {
        const holders = alike.length === ofKind.length ? [kind] : alike.map(({ office }) => office);
        return holders.flatMap((office) => alike.slice(0, 1).map(({ right }) => ({ office, ...right })));
      });
    }),
  );
}

function rightsIn(
  rule: Rule,
  policy: Policy,
  office: OfficeEntry,
  role: string,
): readonly Omit<PolicyRight, "office">[] {
  const { since, until } = rule;
  const granted = [
    ...rule.sees.map((category) => ({ action: "SEE" as const, category })),
    ...rule.writes.map((category) => ({ action: "WRITE" as const, category })),
    ...rule.combines.map((category) => ({ action: "COMBINE" as const, category })),
  ];
  return granted.flatMap(({ action, category }) => {
    const prohibitions = prohibitionsOn(policy.prohibitions, office, role, category);
    const facts = prohibitions.map(({ fact }) => fact).filter((fact) => fact !== null);
    if (facts.length < prohibitions.length) return [];
    const conditions = {
      unless: [...new Set(facts)].sort(),
      rule: rule.id,
      prohibitions: prohibitions.map(({ id }) => id).sort(),
    };
    return rule.purposes.flatMap((purpose) =>
      rule.when.map((when) => ({ role, purpose, action, category, when, ...conditions, since, until })),
    );
  });
}

/** What prohibitions withhold always, told of a kind of office where it is so for all of that kind. */
function denialsOf({ prohibitions, roles }: Policy): PolicyRecord["denials"] {
  const each = [...roles.values()].flatMap(({ id: role, kinds }) =>
    [...offices.values()]
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap((office) =>
        Object.keys(vocabulary.categories).flatMap((category) => {
          const always = prohibitionsOn(prohibitions, office, role, category).filter(({ fact }) => fact === null);
          const change = { role, category, prohibitions: always.map(({ id }) => id).sort() };
          return always.length === 0 ? [] : [{ office: office.id, change }];
        }),
      ),
  );
  return groupOffices(each).map(({ office, change }) => ({ office, ...change }));
}

function byHolder(left: PolicyRight, right: PolicyRight): number {
  for (const member of ["office", "role", "purpose", "action", "category", "rule", "when"] as const)
    if (left[member] !== right[member]) return left[member] < right[member] ? -1 : 1;
  return 0;
}

import type { PolicyRecord, PolicyRight } from "../../schema/policyRecord/PolicyRecord.ts";
import { vocabulary } from "../../schema/vocabulary.ts";

const verbs = { SEE: "sees", WRITE: "writes", COMBINE: "has combined" } as const;

/** A category with its German name. */
export function categoryText(category: string): string {
  return `${category} (${vocabulary.categories[category]?.german ?? "unknown"})`;
}

/** What may be done with what, for example `sees CONVICTION (Verurteilung)`. */
export function deedText(action: PolicyRight["action"], category: string): string {
  return `${verbs[action]} ${categoryText(category)}`;
}

/** On which records. */
export function conditionText({ when, unless }: Pick<PolicyRight, "when" | "unless">): string {
  const tie = when === "ANY" ? "whatever the record" : `where ${when} holds`;
  return unless.length === 0 ? tie : `${tie}, unless ${unless.join(" or ")}`;
}

/** Between which days; empty where there is no bound. */
export function periodText({ since, until }: { readonly since: string | null; readonly until: string | null }): string {
  return [since === null ? "" : `from ${since}`, until === null ? "" : `to ${until}`].filter(Boolean).join(" ");
}

/** Rule and norms. */
export function reasonText(id: string, record: PolicyRecord): string {
  const reason = [...record.rules, ...record.prohibitions].find((each) => each.id === id);
  return reason === undefined ? id : `${id} (${reason.because.join("; ")})`;
}

/** Rights under the heading of who has them and what for; the same rights of one heading are told once. */
export function rightsText(rights: readonly PolicyRight[], record: PolicyRecord): string {
  const askers = Map.groupBy(rights, ({ office, role, purpose }) => `${office} ${role} for ${purpose}`);
  return [...askers].map(([asker, of]) => `${asker}\n${[...of.map(line)].join("\n")}\n`).join("\n");

  function line(right: PolicyRight): string {
    const period = periodText(right);
    const prohibitions = right.prohibitions.length === 0 ? "" : `, but ${right.prohibitions.join(", ")}`;
    const by = `${reasonText(right.rule, record)}${prohibitions}`;
    return `  ${deedText(right.action, right.category)} ${conditionText(right)}${period && `, ${period}`}\n    by ${by}`;
  }
}

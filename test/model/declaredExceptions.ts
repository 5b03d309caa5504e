import type { Rules } from "./Rules.ts";

const combinable = ["RESIDENCE_FACTS", "CONDUCT_FACTS", "CASEWORK_FACTS"];

/** Whether a category travels between subgraph and gateway by declaration, for a record with these facts. */
export function declaredInTraffic(category: string, facts: readonly string[] | null, rules: Rules): boolean {
  if (category === "RELATION_FACTS") return true;
  return combinable.includes(category) && facts !== null && rules.may("COMBINE", category, facts);
}

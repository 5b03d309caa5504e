import type { Rules } from "./Rules.ts";

/** Something that is told, or travels, though it is withheld as it stands. */
export interface DeclaredException {
  /** Stable id. */
  readonly id: string;
  readonly what: string;
  readonly forWhom: string;
  readonly why: string;
}

/** The whole list. `exceptions.test.ts` holds each of them to go no further. */
export const declaredExceptions: readonly DeclaredException[] = [
  {
    id: "E1",
    what: "State and band of an assessment tell something of its inputs; its points tell of facts whose category may be read, and of no others.",
    forWhom: "Whoever is granted the combination of all its inputs for the person.",
    why: "Every point must be explained by criterion and fact (§ 39 VwVfG, Art. 22 GDPR).",
  },
  {
    id: "E2",
    what: "Tables of statistics, evaluation records and the report on validity tell how many there are, what recorded assessments came to, and how groups differ.",
    forWhom: "Ministries and the evaluation.",
    why: "Figures without cells under 5, and pseudonyms of the evaluation's own; persons under a large transfer block count nowhere.",
  },
  {
    id: "E3",
    what: "Reduced facts travel from their owners through the gateway to scoring.",
    forWhom: "Operations that ask for an assessment whose combination is granted; they are in no answer.",
    why: "No subgraph reads another's tables, so what is combined has to travel.",
  },
  {
    id: "E4",
    what: "Relation facts, the opaque reference of the data subject, and of what may be read which version of which fact it is read from, travel from subgraphs to the gateway.",
    forWhom: "The gateway alone; no contract has them.",
    why: "It judges every record again, and writes down whom a disclosure is about.",
  },
  {
    id: "E5",
    what: "The access log tells which fields of whom were disclosed to which office.",
    forWhom: "Data protection officers.",
    why: "Names of fields without values are what the control of accesses rests on (§ 76 BDSG as model).",
  },
];

const combinable = ["RESIDENCE_FACTS", "CONDUCT_FACTS", "CASEWORK_FACTS"];

/** Whether a category travels between subgraph and gateway by E3 or E4, for a record with these facts. */
export function declaredInTraffic(category: string, facts: readonly string[] | null, rules: Rules): boolean {
  if (category === "RELATION_FACTS") return true;
  return combinable.includes(category) && facts !== null && rules.may("COMBINE", category, facts);
}

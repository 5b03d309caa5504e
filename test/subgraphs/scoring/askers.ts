import type { GrantClaims, GrantEntry } from "../../../schema/grant.ts";
import { today } from "./demonstrationCatalogue.ts";

interface Powers {
  readonly sees: readonly string[];
  readonly writes: readonly string[];
  readonly when: string;
}

/** A grant like those that the gateway makes out: nothing about a person under the large transfer block. */
function grantTo(office: string, { sees, writes, when }: Powers): GrantClaims {
  const entry = (action: GrantEntry["action"]) => (category: string) => ({
    category,
    action,
    when: [when],
    unless: ["LARGE_TRANSFER_BLOCK"],
  });
  return {
    office,
    holder: office,
    role: "CASEWORKER",
    purpose: "CASE_ADMISSION",
    caseRef: null,
    date: today,
    person: `${office}-07`,
    entries: [
      ...sees.map(entry("SEE")),
      ...writes.map(entry("WRITE")),
      ...["RELATION_FACTS", "CATALOGUE"].map((category) => ({
        category,
        action: "SEE" as const,
        when: ["ANY"],
        unless: [],
      })),
    ],
  };
}

const coordination: Powers = {
  sees: ["CASE", "WORKLIST", "ASSESSMENT_BAND", "ASSESSMENT_TRACE", "ASSESSMENT_RECORDING"],
  writes: ["ASSESSMENT_RECORDING", "OWN_ESTIMATE"],
  when: "OWN_CASE",
};

/** The offices that ask in these tests, each with its grant. */
export const askers = {
  rrkMuenster: grantTo("RRK_MUENSTER", coordination),
  rrkKoeln: grantTo("RRK_KOELN", coordination),
  zabCoesfeld: grantTo("ZAB_COESFELD", { sees: ["CASE", "ASSESSMENT_BAND"], writes: [], when: "ADMITTED_CASE" }),
  ministry: grantTo("MKJFGFI", { sees: ["STATISTICS"], writes: [], when: "ANY" }),
  evaluation: grantTo("EVALUATION", { sees: ["EVALUATION_RECORD"], writes: [], when: "ANY" }),
} as const satisfies Record<string, GrantClaims>;

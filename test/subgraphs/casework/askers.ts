import type { GrantClaims, GrantEntry } from "../../../schema/grant.ts";
import { today } from "./aPerson.ts";

const allOfCase = [
  "CASE",
  "PERSON_REFERENCE",
  "CASE_STAFF",
  "CASE_PROPOSAL",
  "CASE_FREE_TEXT",
  "CASE_HISTORY",
  "ADMISSION_DECISION",
  "ASSESSMENT_BAND",
  "CASE_CONFERENCE",
  "MEASURE",
  "PROSECUTOR_CONSENT",
  "DEADLINE",
  "SOCIAL_CONDUCT",
];

interface Powers {
  readonly sees: readonly string[];
  readonly writes: readonly string[];
  readonly when: readonly string[];
}

/** Grants like those that the gateway makes out: nothing about a person under the large transfer block. */
function grantTo(office: string, { sees, writes, when }: Powers): GrantClaims {
  const entry = (action: GrantEntry["action"]) => (category: string) => ({
    category,
    action,
    when,
    unless: ["LARGE_TRANSFER_BLOCK"],
  });
  return {
    office,
    holder: office,
    role: "CASEWORKER",
    purpose: "CASE_MANAGEMENT",
    caseRef: null,
    date: today,
    person: `${office}-07`,
    entries: [
      ...sees.map(entry("SEE")),
      ...writes.map(entry("WRITE")),
      entry("COMBINE")("CASEWORK_FACTS"),
      { category: "RELATION_FACTS", action: "SEE", when: ["ANY"], unless: [] },
      { category: "STATISTICS", action: "SEE", when: ["ANY"], unless: [] },
    ],
  };
}

const coordination: Powers = {
  sees: allOfCase,
  writes: ["CASE_PROPOSAL", "ADMISSION_DECISION", "MEASURE", "PROSECUTOR_CONSENT_REQUEST"],
  when: ["OWN_CASE"],
};

/** The offices that ask in these tests, each with its grant. */
export const askers = {
  rrkMuenster: grantTo("RRK_MUENSTER", coordination),
  rrkKoeln: grantTo("RRK_KOELN", coordination),
  abhBorken: grantTo("ABH_05554", {
    sees: ["CASE", "CASE_PROPOSAL"],
    writes: ["CASE_PROPOSAL"],
    when: ["OWN_FILE", "PARTICIPATING_CASE"],
  }),
  lka: grantTo("LKA_NRW", { sees: ["CASE"], writes: ["CASE_PROPOSAL"], when: ["OWN_FINDING", "PARTICIPATING_CASE"] }),
  zabCoesfeld: grantTo("ZAB_COESFELD", { sees: ["CASE", "MEASURE"], writes: [], when: ["ADMITTED_CASE"] }),
  staMuenster: grantTo("STA_R2700S", {
    sees: ["CASE", "PROSECUTOR_CONSENT"],
    writes: ["PROSECUTOR_CONSENT_ANSWER"],
    when: ["CONSENT_REQUEST"],
  }),
  staDortmund: grantTo("STA_R2400S", {
    sees: ["CASE", "PROSECUTOR_CONSENT"],
    writes: ["PROSECUTOR_CONSENT_ANSWER"],
    when: ["CONSENT_REQUEST", "OWN_INVESTIGATION"],
  }),
} as const satisfies Record<string, GrantClaims>;

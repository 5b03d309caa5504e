import type { GrantClaims } from "../../../schema/grant.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";

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

/** A grant like those that the gateway makes out. */
function grantTo(office: string, { sees, writes, when }: Powers): GrantClaims {
  return aGrant(office, [
    ...grantEntries("SEE", sees, when),
    ...grantEntries("WRITE", writes, when),
    ...grantEntries("COMBINE", ["CASEWORK_FACTS"], when),
    ...grantEntries("SEE", ["RELATION_FACTS", "STATISTICS", "WORKING_TIME"], ["ANY"], []),
  ]);
}

const coordination: Powers = {
  sees: allOfCase,
  writes: [
    "CASE_PROPOSAL",
    "CASE_CHECK",
    "ADMISSION_DECISION",
    "ADMISSION_CONFIRMATION",
    "CASE_ASSIGNMENT",
    "CASE_HANDOVER",
    "CASE_COURSE",
    "CASE_CLOSING",
    "MEASURE",
    "MEASURE_REPORT",
    "DEADLINE",
    "CASE_CONFERENCE",
    "PROSECUTOR_CONSENT_REQUEST",
  ],
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

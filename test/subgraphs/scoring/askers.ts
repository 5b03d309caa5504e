import type { GrantClaims } from "../../../schema/grant.ts";
import { vocabulary } from "../../../schema/vocabulary.ts";
import { aGrant } from "../aGrant.ts";
import { grantEntries } from "../grantEntries.ts";

interface Powers {
  readonly sees: readonly string[];
  readonly writes: readonly string[];
  readonly when: string;
}

/** A grant like those that the gateway makes out. */
function grantTo(office: string, { sees, writes, when }: Powers): GrantClaims {
  const entries = [
    ...grantEntries("SEE", sees, [when]),
    ...grantEntries("WRITE", writes, [when]),
    ...grantEntries("SEE", ["RELATION_FACTS", "CATALOGUE"], ["ANY"], []),
  ];
  return aGrant(office, entries, { purpose: "CASE_ADMISSION" });
}

/** Categories of the facts that an assessment rests on. */
const behindATrace = vocabulary.categories.ASSESSMENT_TRACE?.parts ?? [];

const coordination: Powers = {
  sees: ["CASE", "WORKLIST", "ASSESSMENT_BAND", "ASSESSMENT_TRACE", "ASSESSMENT_RECORDING", ...behindATrace],
  writes: ["ASSESSMENT_RECORDING", "OWN_ESTIMATE"],
  when: "OWN_CASE",
};

/** The offices that ask in these tests, each with its grant. */
export const askers = {
  rrkMuenster: grantTo("RRK_MUENSTER", coordination),
  rrkKoeln: grantTo("RRK_KOELN", coordination),
  zabCoesfeld: grantTo("ZAB_COESFELD", { sees: ["CASE", "ASSESSMENT_BAND"], writes: [], when: "ADMITTED_CASE" }),
  ministry: grantTo("MKJFGFI", { sees: ["STATISTICS"], writes: [], when: "ANY" }),
  secondRater: {
    ...grantTo("RRK_MUENSTER", {
      sees: ["PERSON_REFERENCE", "WORKLIST", "BLIND_RATING"],
      writes: ["BLIND_RATING"],
      when: "SECOND_RATING",
    }),
    role: "SECOND_RATER",
    person: "RRK_MUENSTER-R1",
  },
  evaluation: grantTo("EVALUATION", { sees: ["EVALUATION_RECORD"], writes: [], when: "ANY" }),
} as const satisfies Record<string, GrantClaims>;

import { offices } from "../../../schema/offices.ts";

/** Who asks in the tables of the policy: an office and a role. */
export interface Asker {
  readonly office: string;
  readonly role: string;
}

/** One asker for each office and role of the tables, by what a row calls it. */
export const askers = {
  rrkMuenster: { office: "RRK_MUENSTER", role: "CASEWORKER" },
  rrkMuensterLead: { office: "RRK_MUENSTER", role: "LEAD" },
  rrkMuensterSecondRater: { office: "RRK_MUENSTER", role: "SECOND_RATER" },
  rrkKoeln: { office: "RRK_KOELN", role: "CASEWORKER" },
  rrkKoelnLead: { office: "RRK_KOELN", role: "LEAD" },
  zabCoesfeld: { office: "ZAB_COESFELD", role: "CASEWORKER" },
  zabUnna: { office: "ZAB_UNNA", role: "CASEWORKER" },
  abhBorken: { office: "ABH_05554", role: "CASEWORKER" },
  abhBorkenRights: { office: "ABH_05554", role: "RIGHTS_CLERK" },
  abhBorkenIntake: { office: "ABH_05554", role: "INTAKE" },
  lka: { office: "LKA_NRW", role: "ANALYST" },
  lkaIntake: { office: "LKA_NRW", role: "INTAKE" },
  policeMuenster: { office: "POLICE_MUENSTER", role: "OFFICER" },
  staMuenster: { office: "STA_R2700S", role: "PROSECUTOR" },
  staMuensterIntake: { office: "STA_R2700S", role: "INTAKE" },
  jvaMuenster: { office: "JVA_R6636", role: "CUSTODY_OFFICER" },
  jvaMuensterIntake: { office: "JVA_R6636", role: "INTAKE" },
  bamf: { office: "BAMF", role: "ASYLUM_OFFICER" },
  bamfIntake: { office: "BAMF", role: "INTAKE" },
  mkjfgfi: { office: "MKJFGFI", role: "SUPERVISOR" },
  imNrw: { office: "IM_NRW", role: "SUPERVISOR" },
  dpo: { office: "DPO_MUENSTER", role: "DATA_PROTECTION_OFFICER" },
  clearing: { office: "CLEARING", role: "CLEARING_OFFICER" },
  clearingBlocked: { office: "CLEARING_BLOCKED", role: "CLEARING_OFFICER" },
  evaluator: { office: "EVALUATION", role: "EVALUATOR" },
  rrkMuensterDeveloper: { office: "RRK_MUENSTER", role: "DEVELOPER" },
  lzpdOperator: { office: "LZPD_NRW", role: "OPERATOR" },
  dataSubject: { office: "DATA_SUBJECT", role: "DATA_SUBJECT" },
} as const satisfies Record<string, Asker>;

export type AskerName = keyof typeof askers;

/** Id and kind of an asker's office, as the policy wants them. */
export function officeOf({ office }: Asker) {
  const entry = offices.get(office);
  if (entry === undefined) throw new Error(`There is no office ${office}.`);
  return { id: entry.id, kind: entry.kind };
}

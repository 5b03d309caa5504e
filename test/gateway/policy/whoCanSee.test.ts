import { expect, test } from "vitest";
import { personas } from "../../../gateway/identity/personas.ts";
import { abilityFor } from "../../../gateway/policy/ability.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { officeKinds, offices } from "../../../schema/offices.ts";
import { vocabulary } from "../../../schema/vocabulary.ts";
import { officeOf } from "./askers.ts";

const policy = loadPolicy();
const roles = [...policy.roles.keys()];

/** Category → everybody who can see it on a day of the pilot: kind or id of office, role, purpose, relation. */
const whoCanSee: Readonly<Record<string, readonly string[]>> = {
  CONVICTION: [
    "ABH CASEWORKER for RESIDENCE_PROCEDURE, OWN_FILE",
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, OWN_FILE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
    "RRK CASEWORKER for CASE_ADMISSION, OWN_CASE",
    "RRK CASEWORKER for CASE_MANAGEMENT, OWN_CASE",
    "RRK LEAD for CASE_ADMISSION, OWN_CASE",
    "RRK LEAD for CASE_MANAGEMENT, OWN_CASE",
    "RRK_MUENSTER SECOND_RATER for EVALUATION, SECOND_RATING",
  ],
  CONVICTION_ERASURE: [
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, OWN_FILE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
  ],
  CONVICTION_SECTION_60_8: ["BAMF ASYLUM_OFFICER for ASYLUM_PROCEDURE, OWN_ASYLUM_PROCEDURE"],
  INVESTIGATION_DETAIL: [
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, OWN_FILE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
    "PROSECUTION PROSECUTOR for CRIMINAL_PROSECUTION, OWN_RECORD",
  ],
  WANTED_NOTICE: [
    "POLICE OFFICER for CRIMINAL_PROSECUTION, OWN_RECORD",
    "POLICE OFFICER for DANGER_AVERSION, OWN_RECORD",
    "PROSECUTION PROSECUTOR for CRIMINAL_PROSECUTION, OWN_RECORD",
  ],
  POLICE_FINDING: [
    "LKA ANALYST for DANGER_AVERSION, OWN_RECORD",
    "POLICE OFFICER for CRIMINAL_PROSECUTION, OWN_RECORD",
    "POLICE OFFICER for DANGER_AVERSION, OWN_RECORD",
  ],
  ASSESSMENT_TRACE: [
    "RRK_MUENSTER CASEWORKER for CASE_ADMISSION, OWN_CASE",
    "RRK_MUENSTER CASEWORKER for CASE_MANAGEMENT, OWN_CASE",
    "RRK_MUENSTER LEAD for CASE_ADMISSION, OWN_CASE",
    "RRK_MUENSTER LEAD for CASE_MANAGEMENT, OWN_CASE",
  ],
  ASSESSMENT_BAND: [
    "RRK_MUENSTER CASEWORKER for CASE_ADMISSION, OWN_CASE",
    "RRK_MUENSTER CASEWORKER for CASE_MANAGEMENT, OWN_CASE",
    "RRK_MUENSTER CASEWORKER for WORKLIST, OWN_CASE",
    "RRK_MUENSTER LEAD for CASE_ADMISSION, OWN_CASE",
    "RRK_MUENSTER LEAD for CASE_MANAGEMENT, OWN_CASE",
    "RRK_MUENSTER LEAD for WORKLIST, OWN_CASE",
    "ZAB_COESFELD CASEWORKER for RETURN_EXECUTION, ADMITTED_CASE",
  ],
  ASSESSMENT_DISCLOSURE: [
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, PARTICIPATING_CASE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
  ],
  ASSESSMENT_POINTS: [
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, PARTICIPATING_CASE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
  ],
  TOLERATION_REASON: [
    "ABH CASEWORKER for RESIDENCE_PROCEDURE, OWN_FILE",
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, OWN_FILE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
  ],
  REMOVAL_DATE: [
    "ABH CASEWORKER for RESIDENCE_PROCEDURE, OWN_FILE",
    "ZAB CASEWORKER for RETURN_EXECUTION, ADMITTED_CASE",
  ],
  MEDICAL_OBSTACLE: [
    "ABH CASEWORKER for RESIDENCE_PROCEDURE, OWN_FILE",
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, OWN_FILE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
    "RRK CASEWORKER for CASE_ADMISSION, OWN_CASE",
    "RRK CASEWORKER for CASE_MANAGEMENT, OWN_CASE",
    "RRK LEAD for CASE_ADMISSION, OWN_CASE",
    "RRK LEAD for CASE_MANAGEMENT, OWN_CASE",
    "RRK_MUENSTER SECOND_RATER for EVALUATION, SECOND_RATING",
  ],
  CLEARING: [
    "CLEARING CLEARING_OFFICER for IDENTITY_CLEARING, ANY",
    "CLEARING_BLOCKED CLEARING_OFFICER for BLOCKED_CLEARING, ANY",
  ],
  ORIGIN: [
    "ABH CASEWORKER for RESIDENCE_PROCEDURE, OWN_FILE",
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, OWN_FILE",
    "BAMF ASYLUM_OFFICER for ASYLUM_PROCEDURE, OWN_ASYLUM_PROCEDURE",
    "CLEARING CLEARING_OFFICER for IDENTITY_CLEARING, CLEARING_CANDIDATE",
    "CLEARING_BLOCKED CLEARING_OFFICER for BLOCKED_CLEARING, CLEARING_CANDIDATE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
  ],
  SEX: [
    "ABH CASEWORKER for RESIDENCE_PROCEDURE, OWN_FILE",
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, OWN_FILE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
  ],
  CASE_FREE_TEXT: [
    "RRK CASEWORKER for CASE_ADMISSION, OWN_CASE",
    "RRK CASEWORKER for CASE_MANAGEMENT, OWN_CASE",
    "RRK LEAD for CASE_ADMISSION, OWN_CASE",
    "RRK LEAD for CASE_MANAGEMENT, OWN_CASE",
  ],
  SOCIAL_CONDUCT: [
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, OWN_FILE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
    "RRK CASEWORKER for CASE_ADMISSION, OWN_CASE",
    "RRK CASEWORKER for CASE_MANAGEMENT, OWN_CASE",
    "RRK LEAD for CASE_ADMISSION, OWN_CASE",
    "RRK LEAD for CASE_MANAGEMENT, OWN_CASE",
    "RRK_MUENSTER SECOND_RATER for EVALUATION, SECOND_RATING",
  ],
  ACCESS_RECORD: ["DATA_PROTECTION DATA_PROTECTION_OFFICER for DATA_PROTECTION_CONTROL, ANY"],
  POLICY: ["DATA_PROTECTION DATA_PROTECTION_OFFICER for DATA_PROTECTION_CONTROL, ANY"],
  ACCESS_DISCLOSURE: [
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, OWN_FILE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
  ],
  EVALUATION_RECORD: ["EVALUATION EVALUATOR for EVALUATION, ANY"],
  VALIDITY_REPORT: ["EVALUATION EVALUATOR for EVALUATION, ANY"],
  STATISTICS: ["MINISTRY SUPERVISOR for SUPERVISION, ANY"],
  WORKING_TIME: ["MINISTRY SUPERVISOR for SUPERVISION, ANY"],
  ASYLUM_PROCEDURE: [
    "ABH CASEWORKER for RESIDENCE_PROCEDURE, OWN_FILE",
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, OWN_FILE",
    "BAMF ASYLUM_OFFICER for ASYLUM_PROCEDURE, OWN_ASYLUM_PROCEDURE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
    "RRK CASEWORKER for CASE_ADMISSION, OWN_CASE",
    "RRK CASEWORKER for CASE_MANAGEMENT, OWN_CASE",
    "RRK LEAD for CASE_ADMISSION, OWN_CASE",
    "RRK LEAD for CASE_MANAGEMENT, OWN_CASE",
    "RRK_MUENSTER SECOND_RATER for EVALUATION, SECOND_RATING",
  ],
  REMOVAL_BAR: [
    "ABH CASEWORKER for RESIDENCE_PROCEDURE, OWN_FILE",
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, OWN_FILE",
    "BAMF ASYLUM_OFFICER for ASYLUM_PROCEDURE, OWN_ASYLUM_PROCEDURE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
    "RRK CASEWORKER for CASE_ADMISSION, OWN_CASE",
    "RRK CASEWORKER for CASE_MANAGEMENT, OWN_CASE",
    "RRK LEAD for CASE_ADMISSION, OWN_CASE",
    "RRK LEAD for CASE_MANAGEMENT, OWN_CASE",
    "RRK_MUENSTER SECOND_RATER for EVALUATION, SECOND_RATING",
  ],
  INTEREST_TO_STAY: [
    "ABH CASEWORKER for RESIDENCE_PROCEDURE, OWN_FILE",
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, OWN_FILE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
    "RRK CASEWORKER for CASE_ADMISSION, OWN_CASE",
    "RRK CASEWORKER for CASE_MANAGEMENT, OWN_CASE",
    "RRK LEAD for CASE_ADMISSION, OWN_CASE",
    "RRK LEAD for CASE_MANAGEMENT, OWN_CASE",
    "RRK_MUENSTER SECOND_RATER for EVALUATION, SECOND_RATING",
  ],
  INVESTIGATION: [
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, OWN_FILE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
    "PROSECUTION PROSECUTOR for CRIMINAL_PROSECUTION, OWN_RECORD",
    "RRK CASEWORKER for CASE_ADMISSION, OWN_CASE",
    "RRK CASEWORKER for CASE_MANAGEMENT, OWN_CASE",
    "RRK LEAD for CASE_ADMISSION, OWN_CASE",
    "RRK LEAD for CASE_MANAGEMENT, OWN_CASE",
    "RRK_MUENSTER SECOND_RATER for EVALUATION, SECOND_RATING",
  ],
  REPEAT_OFFENDER_LISTING: [
    "ABH RIGHTS_CLERK for DATA_SUBJECT_REQUEST, OWN_FILE",
    "DATA_SUBJECT DATA_SUBJECT for DATA_SUBJECT_ACCESS, SELF",
    "LKA ANALYST for DANGER_AVERSION, OWN_RECORD",
    "POLICE OFFICER for CRIMINAL_PROSECUTION, OWN_RECORD",
    "POLICE OFFICER for DANGER_AVERSION, OWN_RECORD",
    "RRK CASEWORKER for CASE_ADMISSION, OWN_CASE",
    "RRK CASEWORKER for CASE_MANAGEMENT, OWN_CASE",
    "RRK LEAD for CASE_ADMISSION, OWN_CASE",
    "RRK LEAD for CASE_MANAGEMENT, OWN_CASE",
    "RRK_MUENSTER SECOND_RATER for EVALUATION, SECOND_RATING",
  ],
  RELIGION: [],
  AZR_NUMBER: [],
  RESIDENCE_FACTS: [],
  CONDUCT_FACTS: [],
  CASEWORK_FACTS: [],
  BLIND_RATING: ["RRK_MUENSTER SECOND_RATER for EVALUATION, SECOND_RATING"],
  WORKLIST: [
    "RRK CASEWORKER for WORKLIST, OWN_CASE",
    "RRK LEAD for WORKLIST, OWN_CASE",
    "RRK_MUENSTER SECOND_RATER for EVALUATION, SECOND_RATING",
  ],
  OWN_ESTIMATE: [],
  INHERIT: [],
  RELATION_FACTS: [],
  FACT_REFERENCE: [],
};

const onPilotDay = sightings("2026-06-15", Object.keys(vocabulary.categories));

test.for(Object.entries(whoCanSee))(
  "On 15 June 2026, %s is seen by those listed and nobody else",
  ([category, expected]) => {
    expect(onPilotDay.get(category) ?? []).toEqual(expected);
  },
);

test("every personal category of the highest protection has its row in the table", () => {
  const highest = Object.entries(vocabulary.categories).filter(
    ([, { personal, protection }]) => personal && protection === "VERY_HIGH",
  );
  expect(highest.map(([category]) => category).filter((category) => !(category in whoCanSee))).toEqual([]);
});

test("On 1 September 2026, a day after the pilot, nobody sees an assessment any more, nor rates one", () => {
  const ended = ["ASSESSMENT_BAND", "ASSESSMENT_TRACE", "ASSESSMENT_RECORDING", "BLIND_RATING"];
  const afterPilot = sightings("2026-09-01", [...ended, "CONVICTION"]);
  for (const category of ended) expect(afterPilot.get(category) ?? []).toEqual([]);
  expect(afterPilot.get("CONVICTION")).toEqual(whoCanSee.CONVICTION?.filter((line) => !line.includes("SECOND_RATER")));
});

test("The operator of the machines sees nothing", () => {
  expect([...onPilotDay.values()].flat().filter((line) => line.startsWith("LZPD"))).toEqual([]);
});

test.for([...personas.values()])(
  "The persona $name is granted something for each purpose its token carries",
  (persona) => {
    const { kind } = officeOf(persona);
    for (const purpose of persona.purposes) {
      const ability = abilityFor(policy, { id: persona.office, kind }, persona.role, purpose, "2026-06-15");
      const seen = Object.keys(vocabulary.categories).filter((each) => ability.grants("SEE", each).length > 0);
      expect(seen).not.toEqual([]);
    }
  },
);

/** Everybody who can see each of the categories: a kind of office where all of that kind can, else single offices by id. Sorted. */
function sightings(date: string, categories: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const seeing = new Map<string, Map<string, Set<string>>>();
  for (const office of offices.values())
    for (const role of roles)
      for (const purpose of policy.purposes.keys()) {
        const ability = abilityFor(policy, office, role, purpose, date);
        for (const category of categories)
          for (const { when } of ability.grants("SEE", category)) {
            const by = insert(seeing, category, new Map<string, Set<string>>());
            insert(by, `${role} for ${purpose}, ${when}`, new Set<string>()).add(office.id);
          }
      }
  return new Map(
    [...seeing].map(([category, by]) => [category, [...by].flatMap(([what, ids]) => lines(ids, what)).sort()]),
  );
}

function lines(ids: ReadonlySet<string>, what: string): readonly string[] {
  return officeKinds.flatMap((kind) => {
    const all = [...offices.values()].filter((office) => office.kind === kind).map(({ id }) => id);
    const seeing = all.filter((id) => ids.has(id));
    return (seeing.length === all.length ? [kind] : seeing).map((name) => `${name} ${what}`);
  });
}

function insert<K, V>(map: Map<K, V>, key: K, fresh: V): V {
  const found = map.get(key) ?? fresh;
  map.set(key, found);
  return found;
}

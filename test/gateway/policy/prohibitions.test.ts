import { describe, expect, test } from "vitest";
import { abilityFor } from "../../../gateway/policy/ability.ts";
import { completeFacts } from "../../../gateway/policy/facts.ts";
import { loadPolicy } from "../../../gateway/policy/loadPolicy.ts";
import { vocabulary } from "../../../schema/vocabulary.ts";
import { type AskerName, askers, officeOf } from "./askers.ts";

const policy = loadPolicy();

/** Personal data that stays visible of a citizen of the Union: the indicator, the identity, the course of the case, the log. */
const keptOfUnionCitizens = [
  "ACCESS_DISCLOSURE",
  "ACCESS_RECORD",
  "ADMISSION_CONFIRMATION",
  "ADMISSION_DECISION",
  "ASYLUM_SUPPLY",
  "CASE",
  "CASE_ASSIGNMENT",
  "CASE_CHECK",
  "CASE_CLOSING",
  "CASE_COURSE",
  "CASE_HANDOVER",
  "CASE_HISTORY",
  "CASE_PROPOSAL",
  "CASE_STAFF",
  "CLEARING",
  "COMPETENT_AUTHORITY",
  "CONVICTION_SUPPLY",
  "CUSTODY_SUPPLY",
  "CORRECTION_NOTICE",
  "CORRECTION_RECORD_CONFLICT",
  "CORRECTION_RESIDENCE_CONFLICT",
  "EVALUATION_RECORD",
  "IDENTITY",
  "INVESTIGATION_SUPPLY",
  "LEGAL_REGIME",
  "NOTICE_CASE",
  "NOTICE_CASE_COURSE",
  "NOTICE_KIND",
  "NOTICE_TIME",
  "PERSON_ANNOUNCEMENT",
  "PERSON_REFERENCE",
  "POLICE_FINDING_SUPPLY",
  "RECORD_SUPPLY",
  "RESIDENCE_RECORD_SUPPLY",
  "RESIDENCE_SUPPLY",
  "SUBJECT_REQUEST",
  "WANTED_NOTICE_SUPPLY",
  "WORKLIST",
];

describe("P-01, the large transfer block", () => {
  const others = (Object.keys(askers) as AskerName[]).filter(
    (name) => !["dataSubject", "dpo", "clearingBlocked"].includes(name),
  );
  test.for(others)("%s is allowed nothing on a blocked person, whatever relation holds", (name) => {
    expect(allowed(name, ["LARGE_TRANSFER_BLOCK", ...Object.keys(vocabulary.relations)])).toEqual([]);
  });

  test("the data protection officer sees who had access to a blocked person, and nothing of the person", () => {
    expect(allowed("dpo", ["LARGE_TRANSFER_BLOCK"])).toEqual([
      "SEE ACCESS_RECORD",
      "SEE CATALOGUE",
      "SEE POLICY",
      "WRITE ACCESS_ERASURE",
      "WRITE ACCESS_REVIEW",
    ]);
  });

  test("the clearing office for blocked records sees the identity of a blocked person whom a question could be about", () => {
    expect(allowed("clearingBlocked", ["LARGE_TRANSFER_BLOCK", "CLEARING_CANDIDATE"])).toEqual([
      "SEE CLEARING",
      "SEE IDENTITY",
      "SEE ORIGIN",
      "SEE PERSON_REFERENCE",
      "WRITE CLEARING",
    ]);
  });

  test("the person concerned sees the same with and without the block", () => {
    expect(allowed("dataSubject", ["SELF", "LARGE_TRANSFER_BLOCK"])).toEqual(allowed("dataSubject", ["SELF"]));
  });
});

describe("P-02, citizens of the Union without a finding of loss", () => {
  test("every category of personal data is either withheld or knowingly kept", () => {
    const withheld = policy.prohibitions.find((each) => each.id === "P-02")?.withholds ?? [];
    const personal = Object.keys(vocabulary.categories).filter(
      (name) => vocabulary.categories[name]?.personal && !["RELATION_FACTS", "FACT_REFERENCE"].includes(name),
    );
    expect([...withheld, ...keptOfUnionCitizens].sort()).toEqual(personal.sort());
  });

  test.for([
    ["rrkMuenster", "OWN_CASE", "LEGAL_REGIME"],
    ["zabCoesfeld", "ADMITTED_CASE", "IDENTITY"],
    ["lka", "OWN_FINDING", "PERSON_REFERENCE"],
    ["policeMuenster", "PARTICIPATING_CASE", "CASE"],
    ["jvaMuenster", "OWN_CUSTODY", "COMPETENT_AUTHORITY"],
  ] as const)("%s under %s keeps what shows a wrong case, such as %s, and nothing more", ([name, relation, kept]) => {
    const seen = new Set(allowed(name, [relation, "UNION_CITIZEN"]).map((line) => line.split(" ")[1] ?? ""));
    expect(seen).toContain(kept);
    expect([...seen].filter((category) => vocabulary.categories[category]?.personal)).toEqual(
      [...seen].filter((category) => keptOfUnionCitizens.includes(category)),
    );
  });

  test("RRK Münster has no citizen of the Union assessed: neither inputs nor band", () => {
    const lines = allowed("rrkMuensterLead", ["OWN_CASE", "UNION_CITIZEN"]);
    expect(lines.filter((line) => line.includes("ASSESSMENT") || line.startsWith("COMBINE"))).toEqual([]);
  });

  test("the lead of RRK Münster can still reject the case", () => {
    expect(allowed("rrkMuensterLead", ["OWN_CASE", "UNION_CITIZEN"])).toContain("WRITE ADMISSION_DECISION");
  });

  test.for([
    ["abhBorken", "OWN_FILE"],
    ["dataSubject", "SELF"],
  ] as const)("%s under %s sees the same of a citizen of the Union as of anybody", ([name, relation]) => {
    expect(allowed(name, [relation, "UNION_CITIZEN"])).toEqual(allowed(name, [relation]));
  });
});

describe("P-04, deferred disclosure", () => {
  test("takes the investigation from the person concerned, and nothing else", () => {
    const deferred = new Set(allowed("dataSubject", ["SELF", "DISCLOSURE_DEFERRED"]));
    const taken = allowed("dataSubject", ["SELF"]).filter((line) => !deferred.has(line));
    expect(taken).toEqual(["SEE INVESTIGATION", "SEE INVESTIGATION_DETAIL"]);
  });

  test("takes nothing from the prosecutor", () => {
    expect(allowed("staMuenster", ["OWN_INVESTIGATION", "DISCLOSURE_DEFERRED"])).toEqual(
      allowed("staMuenster", ["OWN_INVESTIGATION"]),
    );
  });
});

describe("P-07, contributions that can rest on criminal proceedings", () => {
  test("takes from the person concerned what such a contribution says, and nothing else", () => {
    const resting = new Set(allowed("dataSubject", ["SELF", "RESTS_ON_PROCEEDINGS"]));
    const taken = allowed("dataSubject", ["SELF"]).filter((line) => !resting.has(line));
    expect(taken).toEqual(["SEE ASSESSMENT_POINTS"]);
  });
});

const noticeCategories = Object.keys(vocabulary.categories).filter((category) => category.startsWith("NOTICE_"));

describe("P-03, P-05, P-06 and P-08 hold whatever the rules say", () => {
  const everything = {
    ...policy,
    rules: policy.rules.map((rule) => ({ ...rule, sees: Object.keys(vocabulary.categories) })),
  };
  test.for([
    ["P-03", "REMOVAL_DATE", ["dataSubject"]],
    ["P-05", "RELIGION", Object.keys(askers)],
    ["P-06", "AZR_NUMBER", Object.keys(askers)],
    ...noticeCategories.map((category) => ["P-08", category, ["dataSubject"]] as const),
  ] as const)("%s withholds %s even if every rule granted every category", ([id, category, names]) => {
    for (const name of names as readonly AskerName[]) {
      const asker = askers[name];
      for (const purpose of policy.purposes.keys()) {
        const ability = abilityFor(everything, officeOf(asker), asker.role, purpose, "2026-06-15");
        expect(ability.verdict("SEE", category)).toMatchObject({ outcome: "WITHHOLD", prohibitions: [id] });
        expect(ability.permits("SEE", category, completeFacts(["OWN_CASE", "OWN_FILE", "SELF"]))).toBe(false);
      }
    }
  });
});

/** All that an asker is allowed on such a record, for whichever purpose, on a day of the pilot: `SEE CATEGORY` …, sorted. */
function allowed(name: AskerName, holding: readonly string[]): readonly string[] {
  const asker = askers[name];
  const facts = completeFacts(holding);
  const lines = new Set<string>();
  for (const purpose of policy.purposes.keys()) {
    const ability = abilityFor(policy, officeOf(asker), asker.role, purpose, "2026-06-15");
    for (const category of Object.keys(vocabulary.categories))
      for (const action of ["SEE", "WRITE", "COMBINE"] as const)
        if (ability.permits(action, category, facts)) lines.add(`${action} ${category}`);
  }
  return [...lines].sort();
}

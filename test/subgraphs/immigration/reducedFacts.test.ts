import { describe, expect, test } from "vitest";
import { codeLists } from "../../../schema/codeLists.ts";
import { codeClasses } from "../../../subgraphs/immigration/reducedFacts/codeClasses.ts";
import type { ResidenceRecord } from "../../../subgraphs/immigration/reducedFacts/ResidenceRecord.ts";
import { reduceResidence } from "../../../subgraphs/immigration/reducedFacts/reduceResidence.ts";
import { givenFact } from "./givenFact.ts";

const ref = "P-TEST00000001";

function fact<V extends object>(id: string, eventDate: string, values: V) {
  return { ...givenFact(ref, id, eventDate), ...values };
}

const person: ResidenceRecord["person"] = fact("PR-1", "2019-05-02", {
  familyName: null,
  familyNameKey: "",
  birthName: null,
  givenNames: null,
  dateOfBirthPart: null,
  dateOfBirth: "1990-03-05",
  placeOfBirth: null,
  citizenships: ["BTN"],
  sex: null,
  religion: null,
  azrNumber: "999900000001",
  competentAuthority: "ABH_05554",
  fileRef: "ABH-BOR-1",
  regimeByCitizenship: "THIRD_COUNTRY" as const,
});

function record(particulars: Partial<ResidenceRecord>): ResidenceRecord {
  return {
    date: "2026-06-15",
    person,
    obligationsToLeave: [],
    expulsions: [],
    removalThreats: [],
    tolerations: [],
    asylumProcedures: [],
    removalBars: [],
    interestsToStay: [],
    identityClarifications: [],
    travelDocuments: [],
    evasionFacts: [],
    ...particulars,
  };
}

function reduced(key: string, particulars: Partial<ResidenceRecord>) {
  return reduceResidence(record(particulars)).find((each) => each.key === key) ?? null;
}

const unionCitizen = { ...person, regimeByCitizenship: "UNION_CITIZEN" as const };
const obligation = (exists: boolean, enforceable: boolean, finality: "FINAL" | "NOT_FINAL" | null) => ({
  obligationsToLeave: [fact("OL-1", "2025-01-01", { exists, enforceable, finality })],
});
const expulsion = (code: string) => ({
  expulsions: [fact("EX-1", "2025-11-03", { code, servedOn: null, finalOn: null, tier: null })],
});
const threat = (enforceable: boolean) => ({
  removalThreats: [fact("RT-1", "2025-02-02", { code: "19", deadline: null, enforceable })],
});
const asylum = (statusCode: string, procedureKind: "FIRST" | "SUBSEQUENT" | "SECOND", remedyPending: boolean) => ({
  asylumProcedures: [fact("AP-1", "2024-07-01", { statusCode, procedureKind, remedyPending })],
});
const bar = (code: string) => ({
  removalBars: [fact("RB-1", "2024-07-01", { code, paragraph: "7", decidedBy: "BAMF" })],
});
const interest = (tier: number, state: "CLAIMED" | "SHOWN") =>
  fact(`IS-${tier}-${state}`, "2025-05-05", { tier, number: "4", state });
const clarification = (statusCode: string) => ({
  identityClarifications: [fact("IC-1", "2025-03-03", { statusCode, cooperation: true, warningGivenOn: null })],
});
const document = (documentKind: "PASSPORT" | "SUBSTITUTE", present: boolean, validUntil: string | null) => ({
  travelDocuments: [fact("TD-1", "2024-02-02", { documentKind, present, validUntil })],
});
const evasion = (number: number) => ({ evasionFacts: [fact(`EV-${number}`, "2025-09-09", { number })] });
const toleration = (reasonCode: string) => ({
  tolerations: [fact("RF-1", "2026-01-10", { reasonCode, validUntil: "2026-09-30", endedOn: null })],
});

/** What is on file → class, event date of the oldest row behind it, rows behind it. Null: unknown. */
const examples: readonly [
  string,
  string,
  Partial<ResidenceRecord>,
  readonly [string, string | null, ...string[]] | null,
][] = [
  [
    "MINOR",
    "born on 16 June 2008, the day before the 18th birthday",
    { person: { ...person, dateOfBirth: "2008-06-16" } },
    ["YES", "2019-05-02", "PR-1@1"],
  ],
  [
    "MINOR",
    "born on 15 June 2008, on the 18th birthday",
    { person: { ...person, dateOfBirth: "2008-06-15" } },
    ["NO", "2019-05-02", "PR-1@1"],
  ],
  ["MINOR", "date of birth unknown", { person: { ...person, dateOfBirth: null } }, null],
  ["LEGAL_REGIME", "citizen of a third country", {}, ["THIRD_COUNTRY", "2019-05-02", "PR-1@1"]],
  ["LEGAL_REGIME", "citizen of the Union", { person: unionCitizen }, ["UNION_CITIZEN", "2019-05-02", "PR-1@1"]],
  [
    "LEGAL_REGIME",
    "citizen of the Union, loss established, not enforceable yet",
    { person: unionCitizen, ...expulsion("25") },
    ["UNION_CITIZEN_LOSS", "2019-05-02", "EX-1@1", "PR-1@1"],
  ],
  [
    "LEGAL_REGIME",
    "citizen of the Union, finding of § 2 (4) FreizügG/EU",
    { person: unionCitizen, ...expulsion("30") },
    ["UNION_CITIZEN", "2019-05-02", "PR-1@1"],
  ],
  [
    "LEGAL_REGIME",
    "citizen of the Union, a finding whose code is on no list",
    { person: unionCitizen, ...expulsion("XX") },
    ["INVALID", "2019-05-02", "EX-1@1", "PR-1@1"],
  ],
  ["PROTECTION", "a status that is on no list", asylum("XX", "FIRST", false), ["INVALID", "2024-07-01", "AP-1@1"]],
  ["ASYLUM", "a status that is on no list", asylum("XX", "FIRST", false), ["INVALID", "2024-07-01", "AP-1@1"]],
  ["ASYLUM", "a procedure of no kind", asylum("01", "THIRD" as "FIRST", false), ["INVALID", "2024-07-01", "AP-1@1"]],
  [
    "ENFORCEABILITY",
    "a finality on no list",
    obligation(true, true, "PERHAPS" as "FINAL"),
    ["INVALID", "2025-01-01", "OL-1@1"],
  ],
  [
    "REMOVAL_THREAT",
    "a code that is on no list",
    { removalThreats: [fact("RT-1", "2025-02-02", { code: "XX", deadline: null, enforceable: true })] },
    ["INVALID", "2025-02-02", "RT-1@1"],
  ],
  [
    "TRAVEL_DOCUMENT",
    "a document of no kind, whatever else is there",
    {
      travelDocuments: [
        fact("TD-9", "2024-02-02", { documentKind: "PASS" as "PASSPORT", present: true, validUntil: null }),
      ],
    },
    ["INVALID", "2024-02-02", "TD-9@1"],
  ],
  ["TRAVEL_DOCUMENT", "a state that is on no list", clarification("XX"), ["INVALID", "2025-03-03", "IC-1@1"]],
  [
    "INTEREST_TO_STAY",
    "neither claimed nor shown: not taken for none",
    { interestsToStay: [interest(1, "FELT" as "SHOWN")] },
    ["INVALID", "2025-05-05", "IS-1-FELT@1"],
  ],
  [
    "INTEREST_TO_STAY",
    "a third paragraph of § 55",
    { interestsToStay: [interest(3, "SHOWN")] },
    ["INVALID", "2025-05-05", "IS-3-SHOWN@1"],
  ],
  ["EVASION", "a number that § 62 (3a) does not have", evasion(9), ["INVALID", "2025-09-09", "EV-9@1"]],
  ["REMOVAL_BAR", "a code that is on no list", bar("XX"), ["INVALID", "2024-07-01", "RB-1@1"]],
  ["LEGAL_REGIME", "citizen of a third country, expelled", expulsion("13"), ["THIRD_COUNTRY", "2019-05-02", "PR-1@1"]],
  [
    "LEGAL_REGIME",
    "German",
    { person: { ...person, regimeByCitizenship: "GERMAN" } },
    ["GERMAN", "2019-05-02", "PR-1@1"],
  ],
  ["PROTECTION", "refugee", asylum("13", "FIRST", false), ["RECOGNISED", "2024-07-01", "AP-1@1"]],
  ["PROTECTION", "revocation served, not final", asylum("40", "FIRST", true), ["RECOGNISED", "2024-07-01", "AP-1@1"]],
  ["PROTECTION", "revocation final", asylum("41", "FIRST", false), ["NONE", "2024-07-01", "AP-1@1"]],
  ["PROTECTION", "no procedure", {}, ["NONE", null]],
  ["REMOVAL_BAR", "bar of § 60 (5) or (7)", bar("01"), ["EXISTS", "2024-07-01", "RB-1@1"]],
  ["REMOVAL_BAR", "its revocation served, not final", bar("08"), ["EXISTS", "2024-07-01", "RB-1@1"]],
  ["REMOVAL_BAR", "its revocation final", bar("09"), ["NONE", "2024-07-01", "RB-1@1"]],
  [
    "ENFORCEABILITY",
    "enforceable and final",
    obligation(true, true, "FINAL"),
    ["ENFORCEABLE_FINAL", "2025-01-01", "OL-1@1"],
  ],
  [
    "ENFORCEABILITY",
    "enforceable, remedies open",
    obligation(true, true, "NOT_FINAL"),
    ["ENFORCEABLE_NOT_FINAL", "2025-01-01", "OL-1@1"],
  ],
  [
    "ENFORCEABILITY",
    "not enforceable",
    obligation(true, false, "NOT_FINAL"),
    ["NOT_ENFORCEABLE", "2025-01-01", "OL-1@1"],
  ],
  [
    "ENFORCEABILITY",
    "no obligation to leave",
    obligation(false, false, null),
    ["NOT_ENFORCEABLE", "2025-01-01", "OL-1@1"],
  ],
  ["ENFORCEABILITY", "nothing entered", {}, null],
  ["REMOVAL_THREAT", "enforceable", threat(true), ["ENFORCEABLE", "2025-02-02", "RT-1@1"]],
  ["REMOVAL_THREAT", "not enforceable", threat(false), ["NOT_ENFORCEABLE", "2025-02-02", "RT-1@1"]],
  ["REMOVAL_THREAT", "none", {}, ["NONE", null]],
  [
    "TRAVEL_DOCUMENT",
    "passport valid until today",
    document("PASSPORT", true, "2026-06-15"),
    ["PASSPORT", "2024-02-02", "TD-1@1"],
  ],
  ["TRAVEL_DOCUMENT", "passport expired yesterday", document("PASSPORT", true, "2026-06-14"), ["OPEN", null]],
  [
    "TRAVEL_DOCUMENT",
    "passport known, not at the authority, substitute applied for",
    { ...document("PASSPORT", false, null), ...clarification("08") },
    ["IDENTIFIED_OR_APPLIED", "2025-03-03", "IC-1@1"],
  ],
  [
    "TRAVEL_DOCUMENT",
    "substitute at the authority",
    document("SUBSTITUTE", true, null),
    ["SUBSTITUTE_PRESENT", "2024-02-02", "TD-1@1"],
  ],
  [
    "TRAVEL_DOCUMENT",
    "procurement says that the substitute is there",
    clarification("09"),
    ["SUBSTITUTE_PRESENT", "2025-03-03", "IC-1@1"],
  ],
  ["TRAVEL_DOCUMENT", "identity unclear", clarification("06"), ["OPEN", "2025-03-03", "IC-1@1"]],
  ["TRAVEL_DOCUMENT", "no substitute needed, no passport on file", clarification("12"), null],
  ["TRAVEL_DOCUMENT", "nothing entered", {}, null],
  ["ASYLUM", "first application", asylum("01", "FIRST", false), ["FIRST_APPLICATION", "2024-07-01", "AP-1@1"]],
  [
    "ASYLUM",
    "first application rejected, action in court pending",
    asylum("46", "FIRST", true),
    ["FIRST_APPLICATION", "2024-07-01", "AP-1@1"],
  ],
  [
    "ASYLUM",
    "subsequent application",
    asylum("04", "SUBSEQUENT", false),
    ["SUBSEQUENT_OR_INTERIM_RELIEF", "2024-07-01", "AP-1@1"],
  ],
  [
    "ASYLUM",
    "finally rejected, interim relief pending",
    asylum("35", "FIRST", true),
    ["SUBSEQUENT_OR_INTERIM_RELIEF", "2024-07-01", "AP-1@1"],
  ],
  ["ASYLUM", "finally rejected", asylum("35", "FIRST", false), ["NONE", "2024-07-01", "AP-1@1"]],
  [
    "INTEREST_TO_STAY",
    "both weights shown",
    { interestsToStay: [interest(2, "SHOWN"), interest(1, "SHOWN")] },
    ["PARTICULARLY_SERIOUS", "2025-05-05", "IS-1-SHOWN@1"],
  ],
  [
    "INTEREST_TO_STAY",
    "particularly serious claimed, serious shown",
    { interestsToStay: [interest(1, "CLAIMED"), interest(2, "SHOWN")] },
    ["SERIOUS", "2025-05-05", "IS-2-SHOWN@1"],
  ],
  ["INTEREST_TO_STAY", "claimed alone", { interestsToStay: [interest(1, "CLAIMED")] }, ["NONE", null]],
  ["EVASION", "evaded an earlier removal (No. 5)", evasion(5), ["DOCUMENTED", "2025-09-09", "EV-5@1"]],
  ["EVASION", "deceived about identity (No. 1)", evasion(1), ["NONE", null]],
  ["TOLERATION_CLASS", "no toleration is valid", {}, ["NONE", null]],
  ["TOLERATION_CLASS", "travel documents missing", toleration("16"), ["TRAVEL_DOCUMENTS", "2026-01-10", "RF-1@1"]],
  ["TOLERATION_CLASS", "consent of the prosecutor missing", toleration("32"), ["PROCEDURAL", "2026-01-10", "RF-1@1"]],
  ["TOLERATION_CLASS", "waiver of § 456a StPO missing", toleration("48"), ["PROCEDURAL", "2026-01-10", "RF-1@1"]],
  ["TOLERATION_CLASS", "training (§ 60c)", toleration("58"), ["TRAINING_OR_EMPLOYMENT", "2026-01-10", "RF-1@1"]],
  ["TOLERATION_CLASS", "employment (§ 60d)", toleration("64"), ["TRAINING_OR_EMPLOYMENT", "2026-01-10", "RF-1@1"]],
];

describe("Reduced facts", () => {
  test.each(examples)("%s: %s", (key, _, particulars, expected) => {
    const [value, asOf, ...references] = expected ?? [];
    const tags = references.map((reference) => `tag of ${reference.split("@")[0]}`);
    expect(reduced(key, particulars)).toEqual(expected === null ? null : { key, value, asOf, references, tags });
  });

  test("asOf is the oldest of several event dates", () => {
    const facts = { evasionFacts: [...evasion(5).evasionFacts, fact("EV-0", "2023-02-01", { number: 3 })] };
    expect(reduced("EVASION", facts)).toMatchObject({ asOf: "2023-02-01", references: ["EV-0@1", "EV-5@1"] });
  });
});

describe("Rows of one day", () => {
  const threats = (...days: readonly (readonly [string, string, boolean])[]) => ({
    removalThreats: days.map(([id, day, enforceable]) => fact(id, day, { code: "19", deadline: null, enforceable })),
  });
  const values = (particulars: Partial<ResidenceRecord>) =>
    reduceResidence(record(particulars))
      .filter(({ key }) => key === "REMOVAL_THREAT")
      .map(({ value, references }) => [value, ...references]);

  test("that say the same are one fact, resting on both", () => {
    expect(values(threats(["RT-2", "2025-02-02", true], ["RT-1", "2025-02-02", true]))).toEqual([
      ["ENFORCEABLE", "RT-1@1", "RT-2@1"],
    ]);
  });

  test("that contradict each other are both told, whichever comes first, and none is picked", () => {
    const both = [
      ["ENFORCEABLE", "RT-1@1"],
      ["NOT_ENFORCEABLE", "RT-2@1"],
    ];
    expect(values(threats(["RT-1", "2025-02-02", true], ["RT-2", "2025-02-02", false]))).toEqual(both);
    expect(values(threats(["RT-2", "2025-02-02", false], ["RT-1", "2025-02-02", true]))).toEqual(both);
  });

  test("give way to a row of a later day, wherever it stands", () => {
    expect(values(threats(["RT-1", "2025-02-02", true], ["RT-2", "2025-02-03", false]))).toEqual([
      ["NOT_ENFORCEABLE", "RT-2@1"],
    ]);
  });
});

describe("Grounds of a toleration", () => {
  test("Medical, family, removal-bar and other grounds read exactly the same", () => {
    const [medical, ...others] = ["22", "18", "36", "20", "30", "79"].map((code) =>
      reduced("TOLERATION_CLASS", toleration(code)),
    );
    expect(medical).toEqual({
      key: "TOLERATION_CLASS",
      value: "OTHER_OBSTACLE",
      asOf: "2026-01-10",
      references: ["RF-1@1"],
      tags: ["tag of RF-1"],
    });
    for (const other of others) expect(other).toEqual(medical);
  });

  test("Every ground on which the list `duldung` grants a toleration has a class, and no code that ends one has", () => {
    const granted = [...(codeLists.get("duldung")?.values() ?? [])].filter(({ name }) => name.endsWith("erteilt"));
    expect([...codeClasses.toleration.keys()].sort()).toEqual(granted.map(({ code }) => code).sort());
  });

  test("A code outside the list is unreadable", () => {
    expect(reduced("TOLERATION_CLASS", toleration("00"))?.value).toBe("INVALID");
  });

  test.each([
    ["asylstatus", [...codeClasses.protectionRecognised, ...codeClasses.asylumOpen]],
    ["abschiebungsverbot", [...codeClasses.removalBarInForce]],
    ["ausweisung", [...codeClasses.lossFinding]],
    ["peb-verfahrensstatus", [...codeClasses.substituteDocument.keys()]],
  ])("All classified codes stand in the list `%s`", (list, codes) => {
    expect(codes.filter((code) => !codeLists.get(list)?.has(code))).toEqual([]);
  });
});

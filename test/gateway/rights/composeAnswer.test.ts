import { readFileSync } from "node:fs";
import {
  buildSchema,
  type GraphQLEnumType,
  getNamedType,
  isEnumType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { expect, test } from "vitest";
import { accessAnswer } from "../../../gateway/rights/AccessAnswer.ts";
import { accessAnswerQuery } from "../../../gateway/rights/accessAnswerQuery.ts";
import { composeAnswer } from "../../../gateway/rights/composeAnswer.ts";
import { valueWords } from "../../../gateway/rights/germanWords.ts";

const contract = buildSchema(readFileSync("schema/contracts/abh-rights-clerk.graphql", "utf8"));

/** Fields of the query: those of each type, and the enumerations with the field that leads to them. */
const asked = new Map<string, Set<string>>();
const enumerations: [string, GraphQLEnumType][] = [];
const info = new TypeInfo(contract);
visit(
  parse(accessAnswerQuery),
  visitWithTypeInfo(info, {
    Field({ name: { value } }) {
      const parent = info.getParentType()?.name ?? "";
      asked.set(parent, (asked.get(parent) ?? new Set()).add(value));
      const type = getNamedType(info.getType());
      if (isEnumType(type)) enumerations.push([value, type]);
    },
  }),
);

/** Held back from an answer by what it is, not by whom it is about. */
const notAsked: Readonly<Record<string, readonly string[]>> = {
  Person: ["personRef"],
  Case: ["person"],
  Conviction: ["id"],
  Investigation: ["id"],
  SocialConductReport: ["id"],
  Expulsion: ["exists"],
  RemovalThreat: ["exists"],
};

test.each(
  [...Object.keys(contract.getTypeMap())].filter((name) =>
    /^(Person|Case|Conviction|Offence|Sentence|Investigation|Custody|RepeatOffenderListing|SocialConductReport|TransferBlock|ResidenceStatus|ObligationToLeave|Expulsion|RemovalThreat|EntryBan|Toleration|AsylumProcedure|RemovalBar|InterestToStay|IdentityClarification|TravelDocument|MedicalObstacle|EvasionFact)$/.test(
      name,
    ),
  ),
)("An answer holds every field of %s that the person may be told", (name) => {
  const type = contract.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no type of the contract.`);
  const fields = Object.keys(type.getFields()).filter((field) => !(notAsked[name] ?? []).includes(field));
  expect([...(asked.get(name) ?? [])].sort()).toEqual(fields.sort());
});

test("Every value that can stand in an answer has German words", () => {
  const steps = ["step", "SubjectRequestState", "CatalogueStatus", "SubjectCategory", "FactKind"];
  const without = enumerations
    .filter(([field, { name }]) => ![field, name].some((each) => steps.includes(each)))
    .flatMap(([field, type]) =>
      type
        .getValues()
        .filter(({ name }) => valueWords[field === "possibleBands" ? "band" : field]?.[name] === undefined)
        .map(({ name }) => `${field}: ${name}`),
    );
  expect(without).toEqual([]);
});

const person = accessAnswer.parse({
  familyName: "Demir",
  dateOfBirth: "1990-03-01",
  competentAuthority: { name: "Kreis Borken" },
  provenance: { sourceOffice: { name: "Kreis Borken" }, legalBasis: "§ 86 AufenthG", deleteBy: null },
  convictions: [
    {
      court: "AG Borken",
      decidedOn: "2024-05-06",
      sentence: { kind: { name: "Freiheitsstrafe" }, years: 1, months: null, probation: false },
      provenance: { sourceOffice: { name: "StA Münster" }, legalBasis: "§ 41 BZRG", deleteBy: "2034-05-06" },
    },
  ],
  subjectRequests: [{ id: "RQ-1", kind: "ACCESS", state: "DEFERRAL_CHECKED", receivedOn: "2026-06-01", history: [] }],
  cases: [
    {
      caseRef: "FM-2026-0001",
      state: "ADMITTED",
      rrk: { name: "RRK Münster" },
      openedOn: "2026-03-02",
      closedOn: null,
      assessmentDisclosures: [
        {
          recordedOn: "2026-03-10",
          catalogueVersion: "2026-03",
          status: "DEMONSTRATION",
          state: "ASSESSED",
          band: null,
          possibleBands: ["PRIORITY", "REGULAR"],
          significance: "Ordnet die Reihenfolge. / Orders the sequence.",
          rightToChallenge: "Sie können widersprechen. / You may object.",
          withheldNotice: "Manches wird nie mitgeteilt. / Some is never told.",
          contributions: [
            {
              criterion: { question: "Wie schwer?", norm: "§ 54 AufenthG", evidenceSource: "BZR" },
              withheld: false,
              points: 20,
              finding: "ein Jahr",
            },
            {
              criterion: { question: "Offene Anklagen?", norm: "§ 54 AufenthG", evidenceSource: "StA" },
              withheld: true,
              points: null,
              finding: null,
            },
          ],
        },
      ],
    },
  ],
  accesses: null,
});
const recipients = [
  { at: "2026-03-10T09:00:00Z", office: { name: "RRK Münster" }, purpose: "CASE_ADMISSION" },
  { at: "2026-04-11T09:00:00Z", office: { name: "RRK Münster" }, purpose: "CASE_ADMISSION" },
];
const purposes = new Map([["CASE_ADMISSION", "Fallaufnahme"]]);
const rowsUnder = (caption: RegExp) =>
  composeAnswer(person, recipients, "RQ-1", purposes)
    .sections.flatMap(({ tables }) => tables)
    .find((table) => caption.test(table.caption))?.rows;

test("A fact stands with its source, its legal basis and its end", () => {
  expect(rowsUnder(/^Sachverhalte/)).toEqual([
    [
      "Verurteilung",
      "Gericht: AG Borken, entschieden am: 06.05.2024, Strafe: Art: Freiheitsstrafe, Jahre: 1, zur Bewährung ausgesetzt: nein",
      "StA Münster",
      "§ 41 BZRG",
      "06.05.2034",
    ],
  ]);
});

test("An assessment stands with its criteria, with what is possible, and says that it is a demonstration", () => {
  expect(
    rowsUnder(/^Bewertung vom 10\.03\.2026.*Demonstrationskatalog: vorrangig prüfen oder regulär prüfen$/),
  ).toEqual([
    ["§ 54 AufenthG", "Wie schwer?", "ein Jahr", "20", "BZR"],
    ["§ 54 AufenthG", "Offene Anklagen?", "nicht mitgeteilt", "", "StA"],
  ]);
});

test("A recipient stands once for each purpose, with how often and when last", () => {
  expect(rowsUnder(/^Empfänger/)).toEqual([["RRK Münster", "Fallaufnahme", "2", "11.04.2026"]]);
});

test.each([
  ["DRAFTED", "RQ-1", true],
  ["DEFERRAL_CHECKED", "RQ-1", true],
  ["SIGNED", "RQ-1", false],
  ["SENT", "RQ-1", false],
  ["SIGNED", "RQ-2", true],
])("An answer to a request that is %s, asked for as %s: draft %s", (state, id, isDraft) => {
  const [request] = person.subjectRequests ?? [];
  const standing = request === undefined ? [] : [{ ...request, state }];
  expect(composeAnswer({ ...person, subjectRequests: standing }, [], id, purposes).mark !== null).toBe(isDraft);
});

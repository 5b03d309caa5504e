/** Purposes for which an office works on persons. */
const onPersons = [
  "CASE_ADMISSION",
  "CASE_MANAGEMENT",
  "RETURN_EXECUTION",
  "RESIDENCE_PROCEDURE",
  "ASYLUM_PROCEDURE",
  "CRIMINAL_PROSECUTION",
  "SENTENCE_ENFORCEMENT",
  "DANGER_AVERSION",
  "CUSTODY_ENFORCEMENT",
];
const onCases = ["CASE_ADMISSION", "CASE_MANAGEMENT"];

/** Queries about persons differ in what they ask of each. */
function ofPersons(name, fields) {
  return `query ${name} {
  persons(first: 20) {
    totalCount
    edges {
      node {
        personRef
${fields.map((field) => `        ${field}`).join("\n")}
      }
    }
  }
}
`;
}

/** Example queries about persons. */
export const personExamples = [
  {
    name: "identity",
    german: "Personen zum Fall",
    english: "Persons of the case",
    purposes: onPersons,
    fields: ["Person.familyName", "Person.competentAuthority"],
    query: ofPersons("PersonsOfTheCase", ["familyName", "givenNames", "dateOfBirth", "competentAuthority { name }"]),
  },
  {
    name: "residence",
    german: "Aufenthalt und Ausreisepflicht",
    english: "Residence and obligation to leave",
    purposes: onPersons,
    fields: ["Person.residenceStatus", "Person.obligationToLeave", "Person.toleration"],
    query: ofPersons("Residence", [
      "residenceStatus { code { name } since validUntil }",
      "obligationToLeave { exists enforceable since finality }",
      "toleration { validUntil provenance { sourceOffice { name } sourceFileRef } }",
    ]),
  },
  {
    name: "conduct",
    german: "Verurteilungen und Ermittlungen",
    english: "Convictions and investigations",
    purposes: onCases,
    fields: ["Person.convictions", "Person.investigations"],
    query: ofPersons("ConvictionsAndInvestigations", [
      "convictions {",
      "  decidedOn",
      "  finalOn",
      "  offences { provision designation committedOn }",
      "  sentence { kind { name } years months probation }",
      "  provenance { sourceOffice { name } sourceFileRef }",
      "}",
      "investigations { office { name } state since }",
    ]),
  },
  {
    name: "assessment",
    german: "Initialbewertung mit Gründen",
    english: "Initial assessment with its reasons",
    purposes: onCases,
    fields: ["Person.assessment", "Assessment.contributions"],
    query: ofPersons("AssessmentWithReasons", [
      "assessment {",
      "  status",
      "  state",
      "  band",
      "  axisA",
      "  axisB",
      "  contributions { criterion { id question norm } points finding facts }",
      "  missing { criterion { id } fact outcomes { state band } }",
      "  counterReasons { criterion { id question } points finding }",
      "  counterfactuals { changes { fact from to } distance band }",
      "}",
    ]),
  },
  {
    name: "custody",
    german: "Haft",
    english: "Custody",
    purposes: onPersons,
    fields: ["Person.custody"],
    query: ofPersons("Custody", ["custody { kind { name } from expectedEnd halfTerm prison { name } }"]),
  },
  {
    name: "asylum",
    german: "Asylverfahren und Abschiebungsverbote",
    english: "Asylum procedure and removal bars",
    purposes: ["ASYLUM_PROCEDURE"],
    fields: ["Person.asylumProcedure", "Person.removalBars", "Person.removalBarConvictions"],
    query: ofPersons("AsylumAndRemovalBars", [
      "asylumProcedure { status { name } kind remedyPending }",
      "removalBars { paragraph decidedBy { name } }",
      "removalBarConvictions { finalOn provisions sentenceMonths }",
    ]),
  },
  {
    name: "listing",
    german: "Einstufung als Mehrfach- oder Intensivtäter",
    english: "Listing as repeat offender",
    purposes: ["DANGER_AVERSION", "CRIMINAL_PROSECUTION"],
    fields: ["Person.repeatOffenderListings"],
    query: ofPersons("RepeatOffenderListings", [
      "repeatOffenderListings { authority { name } ruleSet listedOn reviewBy provenance { kind label } }",
    ]),
  },
  {
    name: "own-data",
    german: "Auskunft: meine Daten",
    english: "Right of access: my data",
    purposes: ["DATA_SUBJECT_ACCESS"],
    fields: ["Person.familyName", "Person.obligationToLeave", "Person.convictions"],
    query: ofPersons("MyData", [
      "familyName",
      "givenNames",
      "residenceStatus { code { name } since provenance { sourceOffice { name } recordedAt } }",
      "obligationToLeave { exists enforceable since }",
      "convictions { finalOn offences { designation } erasableFrom }",
    ]),
  },
  {
    name: "own-assessments",
    german: "Auskunft: Bewertungen in meinen Fällen",
    english: "Right of access: assessments in my cases",
    purposes: ["DATA_SUBJECT_ACCESS"],
    fields: ["Query.cases", "Case.assessmentDisclosures"],
    query: `query MyAssessments {
  cases(first: 20) {
    edges {
      node {
        caseRef
        state
        rrk { name }
        assessmentDisclosures {
          recordedOn
          state
          band
          possibleBands
          contributions { criterion { question norm } withheld points finding }
          significance
          rightToChallenge
          withheldNotice
        }
      }
    }
  }
}
`,
  },
];

/** Purposes under which offices work on persons. */
const personPurposes = [
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

const casePurposes = ["CASE_ADMISSION", "CASE_MANAGEMENT"];

/**
 * Queries to begin with. Each is offered for its purposes; they stay within what an office of that purpose may ask
 * for, so that withheld fields show as such and not as unknown ones.
 */
export const exampleQueries = [
  {
    name: "persons",
    german: "Personen zum Fall: Aufenthalt",
    english: "Persons of the case: residence",
    purposes: personPurposes,
    query: `query PersonsOfTheCase {
  persons(first: 20) {
    totalCount
    edges {
      node {
        personRef
        residenceStatus { code { name } since validUntil }
        obligationToLeave { exists enforceable since }
      }
    }
  }
}
`,
  },
  {
    name: "conduct",
    german: "Personen zum Fall: Straftaten und Haft",
    english: "Persons of the case: offences and custody",
    purposes: casePurposes,
    query: `query ConvictionsAndCustody {
  persons(first: 20) {
    edges {
      node {
        personRef
        familyName
        givenNames
        convictions {
          decidedOn
          finalOn
          offences { provision designation committedOn }
          sentence { kind { name } years months probation }
          provenance { sourceOffice { name } sourceFileRef }
        }
        investigations { office { name } state since }
        custody { kind { name } from expectedEnd prison { name } }
      }
    }
  }
}
`,
  },
  {
    name: "assessment",
    german: "Initialbewertung mit Begründung",
    english: "Initial assessment with its reasons",
    purposes: casePurposes,
    query: `query AssessmentWithReasons {
  persons(first: 20) {
    edges {
      node {
        personRef
        assessment {
          status
          state
          band
          at
          axisA
          axisB
          contributions { criterion { id question norm } points finding facts }
          missing { criterion { id } fact }
          knownWeightPercent
        }
      }
    }
  }
}
`,
  },
  {
    name: "case",
    german: "Fälle mit Verlauf und Maßnahmen",
    english: "Cases with history and measures",
    purposes: casePurposes,
    query: `query CasesWithHistory {
  cases(first: 20) {
    edges {
      node {
        caseRef
        state
        openedOn
        person { personRef }
        history { on kind office { name } }
        measures { kind state dueOn office { name } }
        consents { state requestedOn answeredOn office { name } }
      }
    }
  }
}
`,
  },
  {
    name: "worklist",
    german: "Priorisierte Arbeitsliste",
    english: "Prioritised worklist",
    purposes: ["WORKLIST"],
    query: `query Worklist {
  worklist(first: 20) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { group date case { caseRef state openedOn } } }
  }
}
`,
  },
  {
    name: "statistics",
    german: "Statistik (keine Zelle unter 5)",
    english: "Statistics (no cell under 5)",
    purposes: ["SUPERVISION"],
    query: `query Statistics {
  residenceStatistics { row column count }
  caseStatistics { row column count }
  assessmentStatistics { row column count }
}
`,
  },
  {
    name: "evaluation",
    german: "Pseudonymisierte Bewertungen",
    english: "Pseudonymised assessments",
    purposes: ["EVALUATION"],
    query: `query EvaluationRecords {
  evaluationRecords(first: 20) {
    totalCount
    edges { node { pseudonym month state band axisA axisB catalogueVersion } }
  }
}
`,
  },
  {
    name: "access-records",
    german: "Protokoll der Zugriffe",
    english: "Access records",
    purposes: ["DATA_PROTECTION_CONTROL"],
    query: `query AccessRecords {
  accessRecords(first: 10) {
    totalCount
    edges {
      node {
        at
        outcome
        office { name }
        actor
        purpose
        caseRef
        reason
        subjects { personRef disclosures { coordinate rules } }
        withheld { coordinate category prohibitions }
      }
    }
  }
}
`,
  },
  {
    name: "own-data",
    german: "Auskunft: meine Daten",
    english: "Right of access: my data",
    purposes: ["DATA_SUBJECT_ACCESS"],
    query: `query MyData {
  persons(first: 1) {
    edges {
      node {
        familyName
        givenNames
        dateOfBirth
        residenceStatus { code { name } since provenance { sourceOffice { name } recordedAt } }
        obligationToLeave { exists enforceable since }
        assessment { status state band contributions { criterion { question norm } points finding } }
      }
    }
  }
}
`,
  },
];

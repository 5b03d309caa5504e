import { personExamples } from "./personExamples.js";

const onCases = ["CASE_ADMISSION", "CASE_MANAGEMENT"];

/**
 * Queries to begin with. Each is offered for its purposes, and to those in whose schema all of its `fields` are: offices
 * differ in that for the same purpose (only one RRK has assessments).
 */
export const exampleQueries = [
  ...personExamples,
  {
    name: "case",
    german: "Fälle mit Verlauf und Maßnahmen",
    english: "Cases with history and measures",
    purposes: onCases,
    fields: ["Query.cases", "Case.history", "Case.measures"],
    query: `query CasesWithHistory {
  cases(first: 20) {
    edges {
      node {
        caseRef
        state
        openedOn
        history { on kind office { name } }
        measures { kind state dueOn office { name } }
      }
    }
  }
}
`,
  },
  {
    name: "consent",
    german: "Ersuchen um Einvernehmen (§ 72 Abs. 4 AufenthG)",
    english: "Requests for consent",
    purposes: [...onCases, "CRIMINAL_PROSECUTION", "SENTENCE_ENFORCEMENT"],
    fields: ["Query.cases", "Case.consents"],
    query: `query RequestsForConsent {
  cases(first: 20) {
    edges { node { caseRef state consents { state plannedMeasure requestedOn answeredOn office { name } } } }
  }
}
`,
  },
  {
    name: "worklist",
    german: "Priorisierte Arbeitsliste",
    english: "Prioritised worklist",
    purposes: ["WORKLIST"],
    fields: ["Query.worklist"],
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
    name: "worklistByDate",
    german: "Arbeitsliste nach Datum, ohne Bewertung",
    english: "Worklist by date, without assessments",
    purposes: ["WORKLIST"],
    fields: ["Query.worklistByDate"],
    query: `query WorklistByDate {
  worklistByDate(first: 20) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { date case { caseRef person { familyName givenNames } } } }
  }
}
`,
  },
  {
    name: "drawnCases",
    german: "Zur Zweitbewertung gezogene Fälle, ohne Namen",
    english: "Cases drawn for a second rating, without names",
    purposes: ["EVALUATION"],
    fields: ["Query.worklistByDate"],
    query: `query DrawnCases {
  worklistByDate(first: 20) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { date case { caseRef person { personRef legalRegime } } } }
  }
}
`,
  },
  {
    name: "statistics",
    german: "Statistik (keine Zelle unter 5)",
    english: "Statistics (no cell under 5)",
    purposes: ["SUPERVISION"],
    fields: [
      "Query.residenceStatistics",
      "Query.caseStatistics",
      "Query.assessmentStatistics",
      "Query.decisionStatistics",
      "Query.investigationStatistics",
    ],
    query: `query Statistics {
  residenceStatistics { row column count }
  caseStatistics { row column count }
  assessmentStatistics { row column count }
  decisionStatistics { row column count }
  investigationStatistics { row column count }
}
`,
  },
  {
    name: "workingTime",
    german: "Arbeitszeit je Schritt (ab 5 Beschäftigten)",
    english: "Working time by step (5 members of staff and more)",
    purposes: ["SUPERVISION"],
    fields: ["Query.workingTime"],
    query: `query WorkingTime {
  workingTime { rrk step month steps minutes minutesSquared histogram { upTo steps } }
}
`,
  },
  {
    name: "evaluation",
    german: "Pseudonymisierte Bewertungen",
    english: "Pseudonymised assessments",
    purposes: ["EVALUATION"],
    fields: ["Query.evaluationRecords"],
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
    fields: ["Query.accessRecords"],
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
    name: "interface-usage",
    german: "Nutzung der Felder",
    english: "Usage of fields",
    purposes: ["INTERFACE_DEVELOPMENT"],
    fields: ["Query.interfaceUsage"],
    query: `query InterfaceUsage {
  interfaceUsage(day: "2026-06-15") { contract coordinate client operations }
}
`,
  },
];

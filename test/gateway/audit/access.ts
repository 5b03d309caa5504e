import type { AccessEntry } from "../../../gateway/audit/AccessEntry.ts";

/** On 15 June 2026 a caseworker of RRK Münster reads two fields of one person. `changes` say what is different. */
export function access(id: string, changes: Partial<AccessEntry> = {}): AccessEntry {
  return {
    id,
    at: "2026-06-15T08:00:00.000Z",
    questionDate: "2026-06-15",
    outcome: "ANSWERED",
    refusalCode: null,
    actor: "staff-1",
    responsiblePerson: "staff-2",
    office: "RRK_MUENSTER",
    role: "CASEWORKER",
    purpose: "CASE_MANAGEMENT",
    purposeCode: "01",
    caseRef: "FM-2026-0001",
    reason: "Prüfung",
    operationKind: "query",
    operationName: "Case",
    operationHash: "0f",
    policyVersion: "p1",
    rules: { "Person.personRef": ["R-RRK-01"], "Conviction.court": ["R-RRK-02", "R-RRK-03"] },
    withheld: [{ coordinate: "Person.religion", category: "RELIGION", prohibitions: [] }],
    tested: [],
    combined: [],
    subjects: [{ personRef: "P-SHOWCASE0001", coordinates: ["Person.personRef", "Conviction.court"] }],
    ...changes,
  };
}

import type { AccessEntry } from "../../../gateway/audit/AccessEntry.ts";
import { LoggedDecision } from "../../../gateway/audit/LoggedDecision.ts";
import type { DecisionEntry } from "../../../schema/accessLogFormat.ts";

/** What a test says of an access; the decision is made of its parts. */
export interface AccessChanges extends Partial<Omit<AccessEntry, "decision" | "withheld" | "subjects">> {
  readonly rules?: Readonly<Record<string, readonly string[]>>;
  readonly withheld?: DecisionEntry["withheld"];
  readonly tested?: readonly string[];
  readonly combined?: readonly string[];
  readonly subjects?: readonly {
    readonly personRef: string | null;
    readonly coordinates: readonly string[];
    readonly withheld?: readonly string[];
    readonly facts?: AccessEntry["subjects"][number]["facts"];
  }[];
}

/** On 15 June 2026 a caseworker of RRK Münster reads two fields of one person. `changes` say what is different. */
export function access(id: string, changes: AccessChanges = {}): AccessEntry {
  const {
    rules = { "Person.personRef": ["R-RRK-01"], "Conviction.court": ["R-RRK-02", "R-RRK-03"] },
    withheld = [{ coordinate: "Person.religion", category: "RELIGION", prohibitions: [] }],
    tested = [],
    combined = [],
    subjects = [{ personRef: "P-SHOWCASE0001", coordinates: ["Person.personRef", "Conviction.court"] }],
    ...same
  } = changes;
  return {
    id,
    at: "2026-06-15T08:00:00.000Z",
    questionDate: "2026-06-15",
    outcome: "ANSWERED",
    refusalCode: null,
    kinds: ["QUERY", "DISCLOSE"],
    actor: "staff-1",
    responsiblePerson: "staff-2",
    asSubject: null,
    office: "RRK_MUENSTER",
    role: "CASEWORKER",
    purpose: "CASE_MANAGEMENT",
    purposeCode: "01",
    caseRef: "FM-2026-0001",
    askedCases: [],
    reason: "Prüfung",
    operationName: "Case",
    operationHash: "0f".repeat(32),
    document: null,
    policyVersion: "p1",
    catalogueVersion: null,
    trace: null,
    decision: new LoggedDecision({
      policyVersion: "p1",
      allowed: Object.keys(rules)
        .sort()
        .map((coordinate) => ({ coordinate, rules: rules[coordinate] ?? [] })),
      withheld,
      tested,
      combined,
    }),
    withheld: withheld.map(({ coordinate }) => coordinate),
    incidents: [],
    subjects: subjects.map(({ personRef, coordinates, withheld: there = [], facts = [] }) => ({
      personRef,
      disclosed: coordinates,
      withheld: there,
      facts,
    })),
    ...same,
  };
}

import type { AccessEntry } from "../gateway/audit/AccessEntry.ts";
import { LoggedDecision } from "../gateway/audit/LoggedDecision.ts";

/** A decision as the profile of one person gives it: twelve fields, each by one rule. */
const decision = new LoggedDecision({
  policyVersion: "0123456789abcdef",
  allowed: Array.from({ length: 12 }, (_, each) => ({ coordinate: `Person.field${each}`, rules: ["R-RRK-01"] })),
  withheld: [],
  tested: [],
  combined: [],
});
const coordinates = Array.from({ length: 12 }, (_, each) => `Person.field${each}`);

/** One person's profile is answered: an operation and a subject. One of a hundred reasons, one of ten thousand persons. */
export function loggedAccess(number: number): AccessEntry {
  return {
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    questionDate: "2026-06-15",
    outcome: "ANSWERED",
    refusalCode: null,
    kinds: ["QUERY", "DISCLOSE"],
    actor: "rrk-ms-0141",
    responsiblePerson: "rrk-ms-0100",
    asSubject: null,
    office: "RRK_MUENSTER",
    role: "CASEWORKER",
    purpose: "CASE_MANAGEMENT",
    purposeCode: "01",
    caseRef: `FM-2026-${number % 10_000}`,
    reason: `Prüfung im Einzelfall ${number % 100}`,
    operationName: "Profile",
    operationHash: "0f".repeat(32),
    document: null,
    policyVersion: "0123456789abcdef",
    catalogueVersion: null,
    askedCases: [],
    trace: null,
    decision,
    withheld: [],
    incidents: [],
    subjects: [{ personRef: `P-${number % 10_000}`, disclosed: coordinates, withheld: [], facts: [] }],
  };
}

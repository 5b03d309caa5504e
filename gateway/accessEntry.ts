import type { AccessEntry } from "./audit/AccessEntry.ts";
import type { Decision } from "./decide.ts";
import type { Operation } from "./Operation.ts";
import type { Policy } from "./policy/Policy.ts";
import type { Requester } from "./Requester.ts";
import type { Redacted } from "./redact.ts";

/** When an access happened, by both clocks, and its id. */
export interface Occasion {
  /** UUID. */
  readonly id: string;
  /** Wall clock, RFC 3339 UTC. */
  readonly at: string;
  /** Date of the question. */
  readonly date: string;
}

/** What goes on record of an operation that is answered. */
export function answeredEntry(
  occasion: Occasion,
  requester: Requester,
  operation: Operation,
  policy: Policy,
  decision: Decision,
  redacted: Redacted,
): AccessEntry {
  return {
    ...common(occasion, requester, operation, policy),
    outcome: "ANSWERED",
    refusalCode: null,
    rules: rulesOf(decision, redacted),
    withheld: redacted.withheld.map(({ coordinate, category, prohibitions }) => ({
      coordinate,
      category,
      prohibitions,
    })),
    tested: decision.tested,
    combined: decision.combined,
    subjects: [
      ...[...redacted.disclosed].map(([personRef, coordinates]) => ({
        personRef,
        coordinates: [...coordinates].sort(),
      })),
      ...operation.askedPersons.filter((each) => !redacted.disclosed.has(each)).map(askedInVain),
    ],
  };
}

/** What goes on record of a mutation before it begins: whatever happens then, the attempt is known. */
export function attemptedEntry(
  occasion: Occasion,
  requester: Requester,
  operation: Operation,
  policy: Policy,
): AccessEntry {
  return {
    ...common(occasion, requester, operation, policy),
    ...nothingDisclosed,
    subjects: operation.askedPersons.map(askedInVain),
    outcome: "ATTEMPTED",
    refusalCode: null,
  };
}

/** What goes on record of an operation that is refused. */
export function refusedEntry(
  occasion: Occasion,
  requester: Requester,
  operation: Operation,
  policy: Policy,
  refusalCode: string,
): AccessEntry {
  return {
    ...common(occasion, requester, operation, policy),
    ...nothingDisclosed,
    subjects: operation.askedPersons.map(askedInVain),
    outcome: "REFUSED",
    refusalCode,
  };
}

const nothingDisclosed = { rules: {}, withheld: [], tested: [], combined: [] } as const;

/** Who was asked for by reference is on record with nothing disclosed, whether there is such a person or not. */
function askedInVain(personRef: string) {
  return { personRef, coordinates: [] };
}

function common({ id, at, date }: Occasion, requester: Requester, operation: Operation, policy: Policy) {
  return {
    id,
    at,
    questionDate: date,
    actor: requester.person,
    responsiblePerson: requester.responsiblePerson,
    office: requester.office,
    role: requester.role,
    purpose: requester.purpose,
    purposeCode: requester.purpose === null ? null : (policy.purposes.get(requester.purpose)?.code ?? null),
    caseRef: requester.caseRef,
    reason: requester.reason,
    operationKind: operation.definition.operation === "mutation" ? ("mutation" as const) : ("query" as const),
    operationName: operation.name,
    operationHash: operation.hash,
    policyVersion: policy.version,
  };
}

/** Coordinate → rules that allowed it, for the coordinates that were disclosed. */
function rulesOf(decision: Decision, redacted: Redacted): Readonly<Record<string, readonly string[]>> {
  const disclosed = new Set([...redacted.disclosed.values()].flatMap((coordinates) => [...coordinates]));
  const rules: Record<string, readonly string[]> = {};
  for (const [field, verdict] of decision.verdicts) {
    if (verdict.kind !== "WITHHOLD" && disclosed.has(field.coordinate)) {
      rules[field.coordinate] = [...new Set([...(rules[field.coordinate] ?? []), ...verdict.rules])].sort();
    }
  }
  return rules;
}

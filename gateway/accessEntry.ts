import { catalogueOf } from "../schema/factReferences.ts";
import { subjectOfHolder } from "../schema/subjectOfHolder.ts";
import type { AccessEntry, AccessFact, AccessSubject } from "./audit/AccessEntry.ts";
import type { Named } from "./audit/Named.ts";
import type { Decision } from "./decide.ts";
import type { Fetched } from "./fetch.ts";
import { loggedDecision } from "./loggedDecision.ts";
import { loggedName } from "./loggedName.ts";
import type { Operation } from "./Operation.ts";
import type { Policy } from "./policy/Policy.ts";
import { processingKinds } from "./processingKinds.ts";
import type { Requester } from "./Requester.ts";
import type { Redacted } from "./redact.ts";

/** When a request came, by both clocks, and how it is called. */
export interface Occasion {
  /** UUID. */
  readonly id: string;
  /** Wall clock, RFC 3339 UTC. */
  readonly at: string;
  /** Date of the question. */
  readonly date: string;
  /** W3C trace id; null for none. */
  readonly trace: string | null;
}

/** What is known of a request when it goes on record. */
export interface Asked {
  readonly occasion: Occasion;
  readonly requester: Requester;
  readonly policy: Policy;
  /** Null where none was read. */
  readonly operation: Operation | null;
  /** Id of the trusted document that it came in; null for none. */
  readonly document: string | null;
  /** Null where nothing was decided. */
  readonly decision: Decision | null;
}

/** What goes on record of an operation that came to its end. A mutation that did nothing was refused, by the first reason that is given. */
export function endedEntry(asked: Asked, redacted: Redacted, errors: Fetched["errors"]): AccessEntry {
  const refusalCode = refusalOf(asked, redacted, errors);
  return {
    ...common(asked, redacted.disclosed.size > 0),
    outcome: refusalCode === null ? "ANSWERED" : "REFUSED",
    refusalCode,
    withheld: redacted.withheld.map(({ coordinate }) => coordinate),
    incidents: [...new Set(redacted.incidents)].sort(),
    catalogueVersion: catalogueVersionsIn(redacted),
    subjects: subjectsOf(asked, redacted),
  };
}

/** Versions of the criteria by which what was shown was assessed, in order and separated by spaces; null where nothing of an assessment was. */
function catalogueVersionsIn({ facts }: Redacted): string | null {
  const versions = new Set([...facts.values()].flatMap((each) => [...each.keys()].map(catalogueOf)));
  const named = [...versions].filter((version) => version !== null);
  return named.length === 0 ? null : named.sort().join(" ");
}

/**
 * Why a mutation did nothing: each of its fields is null by an error of its own, which a subgraph gives before it writes. Null for any
 * other end; a payload that is lost behind a write is no refusal.
 */
function refusalOf({ operation }: Asked, { data }: Redacted, errors: Fetched["errors"]): string | null {
  if (operation?.definition.operation !== "mutation" || data === null) return null;
  const codes = Object.entries(data).map(([key, value]) => {
    const own = errors.find(({ path }) => path?.length === 1 && path[0] === key);
    return value === null && typeof own?.extensions?.code === "string" ? own.extensions.code : null;
  });
  return codes.every((code) => code !== null) ? (codes[0] ?? null) : null;
}

/** What goes on record of a mutation before it begins: whatever happens then, the attempt is known. */
export function attemptedEntry(asked: Asked): AccessEntry {
  return {
    ...common(asked, false),
    outcome: "ATTEMPTED",
    refusalCode: null,
    withheld: [],
    subjects: askedInVain(asked),
  };
}

/** What the entry of a request will name, as far as it is known before anything is fetched. */
export function namedBy({ requester, operation }: Asked): Named {
  const { caseRef, reason, holder } = requester;
  const given = (...values: readonly (string | null)[]) => values.filter((each) => each !== null);
  return {
    persons: [...given(subjectOfHolder(holder)), ...(operation?.askedPersons ?? [])],
    cases: [...given(caseRef), ...(operation?.askedCases ?? [])],
    reasons: given(reason),
  };
}

/** What goes on record of a request that is refused. */
export function refusedEntry(asked: Asked, refusalCode: string): AccessEntry {
  return { ...common(asked, false), outcome: "REFUSED", refusalCode, withheld: [], subjects: askedInVain(asked) };
}

/** What goes on record of entries of the log that are read as they stand. @param name shard and path */
export function bundleEntry(asked: Asked, name: string): AccessEntry {
  return {
    ...common(asked, true),
    kinds: ["QUERY", "DISCLOSE"],
    operationName: name,
    outcome: "ANSWERED",
    refusalCode: null,
    withheld: [],
    subjects: [],
  };
}

/** What goes on record of an order to erase in the log: nobody whom it is to forget. @param name of what is ordered */
export function erasingEntry(asked: Asked, name: string, outcome: "ATTEMPTED" | "ANSWERED"): AccessEntry {
  return {
    ...common(asked, false),
    kinds: ["ERASE"],
    operationName: name,
    outcome,
    refusalCode: null,
    withheld: [],
    subjects: [],
  };
}

function common({ occasion, requester, policy, operation, document, decision }: Asked, discloses: boolean) {
  // A purpose that no policy knows is any text, perhaps a name, and no row of the key table could be erased to be rid of it.
  const known = requester.purpose === null ? undefined : policy.purposes.get(requester.purpose);
  return {
    id: occasion.id,
    at: occasion.at,
    questionDate: occasion.date,
    kinds: operation === null ? [] : processingKinds(operation, decision, discloses),
    actor: requester.person,
    responsiblePerson: requester.responsiblePerson,
    asSubject: subjectOfHolder(requester.holder),
    office: requester.office,
    role: requester.role,
    purpose: known === undefined ? null : requester.purpose,
    purposeCode: known?.code ?? null,
    caseRef: requester.caseRef,
    askedCases: operation?.askedCases ?? [],
    reason: requester.reason,
    operationName: operation === null ? null : loggedName(operation, requester.caseRef),
    operationHash: operation?.hash ?? null,
    document,
    policyVersion: policy.version,
    catalogueVersion: null,
    trace: occasion.trace,
    incidents: [],
    decision: decision === null ? null : loggedDecision(decision, policy.version),
  };
}

/** Everybody of whom something was disclosed or withheld, and who was only asked for by reference. */
function subjectsOf(asked: Asked, { disclosed, withheldOf, facts }: Redacted): readonly AccessSubject[] {
  const named = new Set([...disclosed.keys(), ...withheldOf.keys()]);
  return [
    ...[...named].map((personRef) => ({
      personRef,
      disclosed: disclosed.get(personRef) ?? [],
      withheld: withheldOf.get(personRef) ?? [],
      facts: factsOf(facts.get(personRef) ?? []),
    })),
    ...askedInVain(asked).filter(({ personRef }) => !named.has(personRef)),
  ];
}

/** @param versions `factId@version~tag` → coordinates disclosed from it; criteria among them are no facts */
function factsOf(versions: Iterable<readonly [string, Iterable<string>]>): readonly AccessFact[] {
  const facts = [...versions].filter(([reference]) => catalogueOf(reference) === null);
  return facts.map(([reference, disclosed]) => {
    const tilde = reference.lastIndexOf("~");
    const at = reference.lastIndexOf("@", tilde);
    const version = Number(reference.slice(at + 1, tilde));
    return { id: reference.slice(0, at), version, tag: reference.slice(tilde + 1), disclosed };
  });
}

/** Who was asked for by reference is on record with nothing disclosed, whether there is such a person or not. */
function askedInVain({ operation }: Asked): readonly AccessSubject[] {
  return (operation?.askedPersons ?? []).map((personRef) => ({ personRef, disclosed: [], withheld: [], facts: [] }));
}

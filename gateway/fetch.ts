import type { GraphQLFormattedError } from "graphql";
import type { GrantClaims } from "../schema/grant.ts";
import { isForRequesters, isRequesterSentence } from "../schema/requesterSentences.ts";
import { vocabulary } from "../schema/vocabulary.ts";
import type { Decision } from "./decide.ts";
import type { Door, DoorAnswer } from "./doors.ts";
import { type ErrorCode, errorCodes, GatewayError } from "./errors.ts";
import type { GrantSigner } from "./GrantSigner.ts";
import { isInputOf } from "./isInputOf.ts";
import { keyGuard } from "./keyGuard.ts";
import { type NarrowedOperation, responseKeyOf } from "./narrow.ts";
import type { Operation } from "./Operation.ts";
import { type Place, placeOf } from "./placeOf.ts";
import type { Ask } from "./plans/Ask.ts";
import type { PlanResult } from "./plans/compileOperation.ts";
import { Plans } from "./plans/Plans.ts";
import type { Requester } from "./Requester.ts";
import type { Supergraph } from "./Supergraph.ts";

/** What came back for the narrowed operation. */
export interface Fetched {
  readonly data: Readonly<Record<string, unknown>> | null;
  /** Errors that the requester can act on, with a code of the closed set. */
  readonly errors: readonly GraphQLFormattedError[];
}

/** One question to the subgraphs, with everything a door needs to know of it. */
export interface Question {
  /** Null: nothing is left to ask, and no subgraph is asked. */
  readonly narrowed: NarrowedOperation | null;
  readonly operation: Operation;
  readonly decision: Decision;
  readonly requester: Requester;
  readonly operationId: string;
  /** Date of the question. */
  readonly date: string;
}

/** The only way outward: plans the narrowed operation and asks the subgraphs under grants. */
export interface Fetch {
  /** @throws GatewayError SUBGRAPH_UNAVAILABLE when any part fails: no partial personal data */
  (question: Question): Promise<Fetched>;
  stop(): Promise<void>;
}

/** Opens the doors to the subgraphs and loads the planner. */
export async function openFetch(
  supergraph: Supergraph,
  doors: ReadonlyMap<string, Door>,
  signer: GrantSigner,
): Promise<Fetch> {
  const plans = await Plans.load(supergraph.innerSdl, { distinctEntities: true });
  const fetch = async (question: Question): Promise<Fetched> => {
    const { narrowed, operation, decision } = question;
    if (narrowed === null) return { data: null, errors: [] };
    const compiled = plans.of({ text: narrowed.text, document: narrowed.document, operationName: null });
    const result = await compiled.run({
      variables: operation.variables,
      ask: askUnderGrant(question, doors, signer, supergraph),
      admits: keyGuard(operation, decision, supergraph),
    });
    return sorted(result, operation);
  };
  return Object.assign(fetch, { stop: () => plans.stop() });
}

const servesNothing: ReadonlySet<string> = new Set();

/** Asks subgraphs for one question: it adds the grant and nothing else. */
function askUnderGrant(
  question: Question,
  doors: ReadonlyMap<string, Door>,
  signer: GrantSigner,
  supergraph: Supergraph,
): Ask {
  return async ({ subgraph, query, variables, operationName, kind }) => {
    const door = doors.get(subgraph);
    if (door === undefined) throw new GatewayError("SUBGRAPH_UNAVAILABLE");
    const served = supergraph.categoriesOf.get(subgraph) ?? servesNothing;
    const grant = await signer.sign(claimsFor(question, served), subgraph);
    const answer = await door({ query, variables, operationName, grant, operationId: question.operationId, kind });
    if (!isAnswer(answer)) throw new GatewayError("SUBGRAPH_UNAVAILABLE");
    return answer;
  };
}

/** Whether a subgraph gave data, errors or both. Anything else would pass for an answer without data. */
function isAnswer(answer: DoorAnswer | null): boolean {
  if (answer === null || typeof answer !== "object") return false;
  const { data, errors } = answer;
  return Array.isArray(errors) ? errors.length > 0 : typeof data === "object" && data !== null;
}

/** Decision → categories that a subgraph serves → what it grants of them. Let go with the decision. */
const granted = new WeakMap<Decision, Map<ReadonlySet<string>, GrantClaims["entries"]>>();

function entriesFor(decision: Decision, served: ReadonlySet<string>): GrantClaims["entries"] {
  const bySubgraph = granted.get(decision) ?? new Map<ReadonlySet<string>, GrantClaims["entries"]>();
  granted.set(decision, bySubgraph);
  const entries = bySubgraph.get(served) ?? [
    ...decision.entries.filter((entry) => served.has(entry.category)),
    ...decision.parts.filter((entry) => isPartOf(served, entry.category)),
  ];
  bySubgraph.set(served, entries);
  return entries;
}

/** Whether the subgraph tells another category in parts by this one, which it does not serve itself. */
function isPartOf(served: ReadonlySet<string>, part: string): boolean {
  return !served.has(part) && [...served].some((name) => vocabulary.categories[name]?.parts.includes(part));
}

function isAsPerson({ category }: GrantClaims["entries"][number]): boolean {
  return vocabulary.categories[category]?.asPerson === true;
}

/** What this subgraph may give out for this operation, and nothing more. */
function claimsFor({ requester, decision, operation, date }: Question, served: ReadonlySet<string>): GrantClaims {
  const entries = entriesFor(decision, served);
  return {
    office: requester.office,
    holder: requester.holder,
    role: requester.role,
    purpose: requester.purpose ?? "",
    caseRef: requester.caseRef,
    date,
    person: operation.definition.operation === "mutation" || entries.some(isAsPerson) ? requester.person : null,
    entries,
  };
}

/**
 * Tells errors of the requester from failures of the system, and lets no failure pass as a partial answer. What a subgraph says is
 * repeated only where it is a sentence of the closed set, a path only where it leads to a field of the operation, and a field only
 * where it is an input of the contract. They stand in the order of the operation: which subgraph was done first would tell how much
 * each had to look through.
 */
function sorted({ data, errors }: PlanResult, { schema, selections }: Operation): Fetched {
  const all = errors ?? [];
  if (all.some((error) => !isForRequesters(String(error.extensions?.code)))) {
    throw new GatewayError("SUBGRAPH_UNAVAILABLE");
  }
  const placed = all.map((error) => {
    const { message, extensions } = error;
    const path = error.path?.map(responseKeyOf) ?? [];
    const place = path.length === 0 ? null : placeOf(selections, path);
    const code = extensions?.code as ErrorCode;
    const field = extensions?.field;
    const shown = {
      message: isRequesterSentence(code, message) ? message : errorCodes[code][1],
      ...(place === null ? {} : { path }),
      extensions: { code, ...(isInputOf(schema, field) ? { field } : {}) },
    };
    return { place: place ?? [], shown };
  });
  return { data: data ?? null, errors: placed.sort(byPlace).map(({ shown }) => shown) };
}

interface Placed {
  readonly place: Place;
  readonly shown: GraphQLFormattedError;
}

function byPlace(left: Placed, right: Placed): number {
  for (const [at, position] of left.place.entries()) {
    const other = right.place[at];
    if (position !== other) return position - (other ?? -1);
  }
  if (left.place.length !== right.place.length) return left.place.length - right.place.length;
  return JSON.stringify(left.shown) < JSON.stringify(right.shown) ? -1 : 1;
}

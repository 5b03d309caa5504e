import type { CaseEventKind, CaseState } from "../../../../subgraphs/casework/codes.ts";

/** A case as somebody would note it on paper. */
export interface NaiveCase {
  readonly state: CaseState;
  readonly events: readonly CaseEventKind[];
  readonly decisions: readonly ("ADMIT" | "REJECT")[];
  readonly measures: number;
  /** Prosecutor's office → the states of its requests, oldest first. */
  readonly consents: Readonly<Record<string, readonly string[]>>;
}

/** What somebody tries. */
export interface Attempt {
  readonly as: string;
  readonly mutation: "decideAdmission" | "addMeasure" | "requestConsent" | "answerConsent";
  readonly input: Readonly<Record<string, string>>;
}

interface Result {
  readonly code: string | null;
  readonly after: NaiveCase;
}

const isOpen = ({ state }: NaiveCase) => state !== "REJECTED" && state !== "CLOSED";

/** What comes of it, said without a table: the judge of the machine. */
export function attempt(before: NaiveCase, { as, mutation, input }: Attempt): Result {
  const refused = (code: string): Result => ({ code, after: before });
  const done = (event: CaseEventKind, changes: Partial<NaiveCase>): Result => ({
    code: null,
    after: { ...before, ...changes, events: [...before.events, event] },
  });
  if (mutation === "answerConsent") {
    const asked = before.consents[as];
    if (asked === undefined) return refused("NOT_FOUND");
    if (!isOpen(before) || asked.at(-1) !== "REQUESTED") return refused("CONFLICT");
    const consents = { ...before.consents, [as]: [...asked.slice(0, -1), input.answer as string] };
    return done("CONSENT_ANSWERED", { consents });
  }
  if (input.reason !== undefined && input.reason.length < 10) return refused("INVALID_INPUT");
  if (as !== "RRK_MUENSTER") return refused("NOT_FOUND");
  if (mutation === "decideAdmission") {
    if (before.state !== "PROPOSED" && before.state !== "CHECKED") return refused("CONFLICT");
    const outcome = input.outcome as "ADMIT" | "REJECT";
    const state = outcome === "ADMIT" ? "ADMITTED" : "REJECTED";
    return done(state, { state, decisions: [...before.decisions, outcome] });
  }
  if (mutation === "addMeasure") {
    if (before.state !== "ADMITTED") return refused("CONFLICT");
    return done("MEASURE_ADDED", { measures: before.measures + 1 });
  }
  const office = input.office as string;
  const earlier = before.consents[office] ?? [];
  if (!isOpen(before) || earlier.at(-1) === "REQUESTED") return refused("CONFLICT");
  return done("CONSENT_REQUESTED", { consents: { ...before.consents, [office]: [...earlier, "REQUESTED"] } });
}

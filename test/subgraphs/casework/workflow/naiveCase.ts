import type { CaseEventKind, CaseState } from "../../../../subgraphs/casework/codes.ts";

/** A case as somebody would note it on paper. */
export interface NaiveCase {
  readonly state: CaseState;
  readonly ground: "OFFENCES" | "SOCIAL_CONDUCT";
  /** RRK whose case it is. */
  readonly rrk: string;
  /** Whether the ZAB of that RRK sees it. */
  readonly zab: boolean;
  readonly lead: string | null;
  readonly closingOutcome: string | null;
  readonly events: readonly CaseEventKind[];
  readonly decisions: readonly { readonly outcome: string; readonly by: string; readonly confirmation: string }[];
  /** Whether a report of conduct was confirmed. */
  readonly conductConfirmed: boolean;
  readonly measures: number;
  /** Prosecutor's office → the states of its requests, oldest first. */
  readonly consents: Readonly<Record<string, readonly string[]>>;
}

export const attempted = [
  "checkProposal",
  "decideAdmission",
  "confirmDecision",
  "assignCase",
  "handOverCase",
  "suspendCase",
  "resumeCase",
  "closeCase",
  "reopenCase",
  "addMeasure",
  "requestConsent",
  "noteConsentNotRequired",
  "answerConsent",
  "setDeadline",
  "holdConference",
] as const;

/** What somebody tries. */
export interface Attempt {
  readonly office: string;
  readonly person: string;
  readonly mutation: (typeof attempted)[number];
  // biome-ignore lint/suspicious/noExplicitAny: the input of any mutation
  readonly input: Readonly<Record<string, any>>;
}

interface Result {
  readonly code: string | null;
  readonly after: NaiveCase;
}

/** What comes of it, said without a table: the judge of the machine. */
export function attempt(before: NaiveCase, { office, person, mutation, input }: Attempt): Result {
  const { state, decisions, consents } = before;
  const isOpen = state !== "REJECTED" && state !== "CLOSED";
  const refused = (code: string): Result => ({ code, after: before });
  const done = (event: CaseEventKind, changes: Partial<NaiveCase>): Result => ({
    code: null,
    after: { ...before, ...changes, events: [...before.events, event] },
  });
  if (mutation === "answerConsent") {
    const asked = consents[office];
    if (asked === undefined || asked.every((word) => word === "NOT_REQUIRED")) return refused("NOT_FOUND");
    if (!isOpen || asked.at(-1) !== "REQUESTED") return refused("CONFLICT");
    return done("CONSENT_ANSWERED", { consents: { ...consents, [office]: [...asked.slice(0, -1), input.answer] } });
  }
  if (input.reason !== undefined && input.reason.length < 10) return refused("INVALID_INPUT");
  if (office !== before.rrk) return refused("NOT_FOUND");
  switch (mutation) {
    case "checkProposal": {
      const conductConfirmed = before.conductConfirmed || input.confirmedReports.length > 0;
      const isMissing = before.ground === "SOCIAL_CONDUCT" && !conductConfirmed;
      if (state !== "PROPOSED" || input.present.length < 4 || isMissing) return refused("CONFLICT");
      return done("CHECKED", { state: "CHECKED", conductConfirmed, lead: before.lead ?? person });
    }
    case "decideAdmission": {
      if (state !== "CHECKED") return refused("CONFLICT");
      const { outcome } = input;
      if (before.ground === "SOCIAL_CONDUCT") {
        const awaited = { outcome, by: person, confirmation: "AWAITED" };
        return done("DECISION_SUBMITTED", { state: "AWAITING_CONFIRMATION", decisions: [...decisions, awaited] });
      }
      return decided(outcome, [...decisions, { outcome, by: person, confirmation: "NOT_REQUIRED" }]);
    }
    case "confirmDecision": {
      const last = decisions.at(-1);
      if (state !== "AWAITING_CONFIRMATION" || last === undefined || last.by === person) return refused("CONFLICT");
      const confirmation = input.agrees ? "CONFIRMED" : "RETURNED";
      const noted = [...decisions.slice(0, -1), { ...last, confirmation }];
      if (!input.agrees) return done("DECISION_RETURNED", { state: "CHECKED", decisions: noted });
      return decided(last.outcome, noted);
    }
    case "assignCase":
      return isOpen ? done("ASSIGNED", { lead: input.lead }) : refused("CONFLICT");
    case "handOverCase":
      if (!isOpen || state === "AWAITING_CONFIRMATION" || input.rrk === office) return refused("CONFLICT");
      return done("HANDED_OVER", { rrk: input.rrk, lead: null });
    case "suspendCase":
      return state === "ADMITTED" ? done("SUSPENDED", { state: "SUSPENDED" }) : refused("CONFLICT");
    case "resumeCase":
      return state === "SUSPENDED" ? done("RESUMED", { state: "ADMITTED" }) : refused("CONFLICT");
    case "closeCase":
      if (state !== "ADMITTED" && state !== "SUSPENDED") return refused("CONFLICT");
      return done("CLOSED", { state: "CLOSED", closingOutcome: input.outcome });
    case "reopenCase":
      if (isOpen) return refused("CONFLICT");
      return done("REOPENED", { state: state === "CLOSED" ? "ADMITTED" : "PROPOSED", closingOutcome: null });
    case "addMeasure":
      return state === "ADMITTED" ? done("MEASURE_ADDED", { measures: before.measures + 1 }) : refused("CONFLICT");
    case "setDeadline":
      return isOpen ? done("DEADLINE_SET", {}) : refused("CONFLICT");
    case "holdConference":
      return isOpen ? done("CONFERENCE_HELD", {}) : refused("CONFLICT");
    case "noteConsentNotRequired":
    case "requestConsent": {
      const earlier = consents[input.office] ?? [];
      if (!isOpen || earlier.at(-1) === "REQUESTED" || input.complaintFiled === "UNKNOWN") return refused("CONFLICT");
      const [event, word] =
        mutation === "requestConsent"
          ? (["CONSENT_REQUESTED", "REQUESTED"] as const)
          : (["CONSENT_NOT_REQUIRED", "NOT_REQUIRED"] as const);
      return done(event, { consents: { ...consents, [input.office]: [...earlier, word] } });
    }
  }

  function decided(outcome: string, noted: NaiveCase["decisions"]): Result {
    return outcome === "ADMIT"
      ? done("ADMITTED", { state: "ADMITTED", decisions: noted, zab: true })
      : done("REJECTED", { state: "REJECTED", decisions: noted });
  }
}

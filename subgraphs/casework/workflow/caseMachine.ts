import { openStates } from "./openStates.ts";
import type { Transition } from "./Transition.ts";

const everyTie = ["OWN_CASE", "PARTICIPATING_CASE", "ADMITTED_CASE"] as const;

/**
 * The states of a case and every step between them. A mutation takes a step of this table or writes nothing (`takeStep`); no step
 * has an assessment among what it needs. `npm run -s case-machine` prints it as the diagram in `docs/case-machine.md`.
 */
export const caseMachine = {
  propose: {
    mutation: "proposeCase",
    from: null,
    to: "PROPOSED",
    may: "CASE_PROPOSAL",
    needs: ["NAMED_PERSON", "REASON", "PERSON_IN_REACH", "DOCUMENTED_EVENTS"],
    event: "PROPOSED",
    writes: ["case", "case_event", "social_conduct_report"],
    tells: ["OWN_CASE", "PARTICIPATING_CASE"],
  },
  admit: {
    mutation: "decideAdmission",
    from: ["PROPOSED", "CHECKED"],
    to: "ADMITTED",
    may: "ADMISSION_DECISION",
    needs: ["NAMED_PERSON", "REASON"],
    event: "ADMITTED",
    writes: ["case", "case_event", "admission_decision"],
    tells: everyTie,
  },
  reject: {
    mutation: "decideAdmission",
    from: ["PROPOSED", "CHECKED"],
    to: "REJECTED",
    may: "ADMISSION_DECISION",
    needs: ["NAMED_PERSON", "REASON"],
    event: "REJECTED",
    writes: ["case", "case_event", "admission_decision"],
    tells: ["OWN_CASE", "PARTICIPATING_CASE"],
  },
  addMeasure: {
    mutation: "addMeasure",
    from: ["ADMITTED"],
    to: null,
    may: "MEASURE",
    needs: ["NAMED_PERSON", "ACTING_OFFICE"],
    event: "MEASURE_ADDED",
    writes: ["case_event", "measure"],
    tells: everyTie,
  },
  requestConsent: {
    mutation: "requestConsent",
    from: openStates,
    to: null,
    may: "PROSECUTOR_CONSENT_REQUEST",
    needs: ["NAMED_PERSON", "PROSECUTION_OFFICE"],
    event: "CONSENT_REQUESTED",
    writes: ["case_event", "prosecutor_consent"],
    tells: ["OWN_CASE", "CONSENT_REQUEST"],
  },
  answerConsent: {
    mutation: "answerConsent",
    from: openStates,
    to: null,
    may: "PROSECUTOR_CONSENT_ANSWER",
    needs: ["NAMED_PERSON", "OPEN_REQUEST"],
    event: "CONSENT_ANSWERED",
    writes: ["case_event", "prosecutor_consent"],
    tells: ["OWN_CASE", "CONSENT_REQUEST"],
  },
} as const satisfies Readonly<Record<string, Transition>>;

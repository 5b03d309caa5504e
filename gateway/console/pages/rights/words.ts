import type {
  SubjectRequestKind,
  SubjectRequestState,
  SubjectRequestStep,
} from "../../operations/abh-rights-clerk/requests.ts";

type Words = readonly [german: string, english: string];

/** What requests, their states and steps are called, in German and English. */
export const words: {
  readonly kinds: Readonly<Record<SubjectRequestKind, Words>>;
  readonly states: Readonly<Record<SubjectRequestState, Words>>;
  readonly steps: Readonly<Record<SubjectRequestStep, Words>>;
} = {
  kinds: {
    ACCESS: ["Auskunft (Art. 15 DSGVO)", "access (Art. 15 GDPR)"],
    RECTIFICATION: ["Berichtigung (Art. 16 DSGVO)", "rectification (Art. 16 GDPR)"],
    ERASURE: ["Löschung (Art. 17 DSGVO)", "erasure (Art. 17 GDPR)"],
    RESTRICTION: ["Einschränkung (Art. 18 DSGVO)", "restriction (Art. 18 GDPR)"],
  },
  states: {
    RECEIVED: ["eingegangen", "received"],
    IDENTITY_CHECKED: ["Identität geprüft", "identity checked"],
    DRAFTED: ["entworfen", "drafted"],
    DEFERRAL_CHECKED: ["Zurückstellung geprüft", "deferral checked"],
    SIGNED: ["gezeichnet", "signed"],
    SENT: ["versandt", "sent"],
    FORWARDED: ["abgegeben", "passed on"],
    DONE: ["erledigt", "done"],
    REFUSED: ["abgelehnt", "refused"],
  },
  steps: {
    CHECK_IDENTITY: ["Identität ist geprüft", "identity is checked"],
    DRAFT: ["Antwort ist entworfen", "answer is drafted"],
    CHECK_DEFERRAL: ["Zurückstellung ist geprüft", "deferral is checked"],
    RETURN: ["Entwurf zurückgeben", "return the draft"],
    SIGN: ["Antwort zeichnen", "sign the answer"],
    SEND: ["Antwort ist versandt", "answer is sent"],
    FORWARD: ["an die datenführende Stelle abgeben", "pass on to the office that owns the data"],
    COMPLETE: ["ist erledigt", "is done"],
    REFUSE: ["ablehnen", "refuse"],
  },
};

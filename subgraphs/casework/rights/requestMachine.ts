import type { SubjectRequestKind, SubjectRequestStep } from "../codes.ts";
import type { RequestStep } from "./RequestStep.ts";

const checkIdentity: RequestStep = { from: ["RECEIVED"], to: "IDENTITY_CHECKED", keptAs: null };

/** An answer is drafted, checked for what has to be deferred, signed and sent (Art. 12, 15 GDPR). */
const access: Partial<Record<SubjectRequestStep, RequestStep>> = {
  CHECK_IDENTITY: checkIdentity,
  DRAFT: { from: ["IDENTITY_CHECKED"], to: "DRAFTED", keptAs: "draftedBy" },
  CHECK_DEFERRAL: { from: ["DRAFTED"], to: "DEFERRAL_CHECKED", keptAs: "checkedBy" },
  RETURN: { from: ["DRAFTED", "DEFERRAL_CHECKED"], to: "IDENTITY_CHECKED", keptAs: null },
  SIGN: { from: ["DEFERRAL_CHECKED"], to: "SIGNED", keptAs: "signedBy" },
  SEND: { from: ["SIGNED"], to: "SENT", keptAs: null },
  REFUSE: { from: ["RECEIVED", "IDENTITY_CHECKED", "DRAFTED", "DEFERRAL_CHECKED"], to: "REFUSED", keptAs: null },
};

/** What is to be corrected, restricted or erased, the office that owns it does; here it is passed on and seen to its end (Art. 16 to 19 GDPR). */
const change: Partial<Record<SubjectRequestStep, RequestStep>> = {
  CHECK_IDENTITY: checkIdentity,
  FORWARD: { from: ["IDENTITY_CHECKED"], to: "FORWARDED", keptAs: null },
  COMPLETE: { from: ["FORWARDED"], to: "DONE", keptAs: null },
  REFUSE: { from: ["RECEIVED", "IDENTITY_CHECKED", "FORWARDED"], to: "REFUSED", keptAs: null },
};

/** The steps of a request of the person concerned, by what is asked for. A step that is not here is a conflict in every state. */
export const requestMachine: Readonly<
  Record<SubjectRequestKind, Readonly<Partial<Record<SubjectRequestStep, RequestStep>>>>
> = { ACCESS: access, RECTIFICATION: change, RESTRICTION: change, ERASURE: change };

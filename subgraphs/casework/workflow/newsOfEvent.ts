import type { CaseEventKind } from "../codes.ts";

/** Kind of notice that an event in a case makes (`NoticeKind` of the contract). What has no kind of its own says that the case moved on. */
const kinds: Readonly<Partial<Record<CaseEventKind, string>>> = {
  ADMITTED: "ADMISSION_DECIDED",
  REJECTED: "ADMISSION_DECIDED",
  CONSENT_REQUESTED: "CONSENT_REQUESTED",
  CONSENT_ANSWERED: "CONSENT_ANSWERED",
};

/** @returns name of a `NoticeKind` */
export function newsOfEvent(event: CaseEventKind): string {
  return kinds[event] ?? "CASE_MOVED_ON";
}

import type { ReviewVerdict } from "../../operations/data-protection/sample.ts";

/** Words for the verdicts on an access, German and English. */
export const verdicts: Readonly<Record<ReviewVerdict, readonly [german: string, english: string]>> = {
  ACCEPT: ["in Ordnung", "in order"],
  ASK: ["Rückfrage an die Stelle", "the office is asked"],
  ESCALATE: ["weitergeleitet", "taken further"],
};

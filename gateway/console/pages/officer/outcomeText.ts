import type { AccessOutcome } from "../../operations/data-protection/accesses.ts";
import type { Say } from "../Language.ts";

/** How a request ended, in words. */
export function outcomeText(outcome: AccessOutcome | null, say: Say): string {
  switch (outcome) {
    case "ANSWERED":
      return say("beantwortet", "answered");
    case "REFUSED":
      return say("abgelehnt", "refused");
    case "ATTEMPTED":
      return say("begonnen", "begun");
    default:
      return "";
  }
}

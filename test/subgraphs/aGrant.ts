import type { GrantClaims, GrantEntry } from "../../schema/grant.ts";
import { today } from "./today.ts";

/** A grant to a caseworker of the office, as the gateway makes it out. `particulars` say what is different. */
export function aGrant(
  office: string,
  entries: readonly GrantEntry[],
  particulars: Partial<GrantClaims> = {},
): GrantClaims {
  return {
    office,
    holder: office,
    role: "CASEWORKER",
    purpose: "CASE_MANAGEMENT",
    caseRef: null,
    date: today,
    person: `${office}-07`,
    entries,
    ...particulars,
  };
}

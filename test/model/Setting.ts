import type { Requester } from "../../gateway/Requester.ts";

/** Who asks, what for, about which case, and on which date of the question. */
export interface Setting {
  readonly office: string;
  /** Who holds relations in the directory: the office, or `SUBJECT:<personRef>`. */
  readonly holder: string;
  readonly role: string;
  readonly purpose: string;
  /** Every purpose that the token carries. */
  readonly purposes: readonly string[];
  readonly caseRef: string | null;
  readonly date: string;
}

/** The requester of a setting. Each operation is another person's, so that no ceiling of one person is reached. */
export function requesterOf({ office, holder, role, purpose, purposes, caseRef }: Setting, number: number): Requester {
  const person = `model-${number}`;
  const stated = { purposes, purpose, caseRef, reason: "Prüfung im Einzelfall" };
  return { office, holder, role, person, responsiblePerson: person, client: "model", ...stated };
}

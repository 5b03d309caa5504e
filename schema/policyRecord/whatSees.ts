import { offices } from "../offices.ts";
import type { PolicyRecord, PolicyRight } from "./PolicyRecord.ts";
import { rightsOn } from "./rightsOn.ts";

/** Whose rights are asked for; null: any. */
export interface RightsQuestion {
  /** Office by id, or kind of office: then what all of that kind have. */
  readonly office: string | null;
  readonly role: string | null;
  readonly purpose: string | null;
  readonly category: string | null;
}

/** The rights that hold on a date of the question and fit; those of an office include those of its kind. */
export function whatSees(record: PolicyRecord, question: RightsQuestion, date: string): readonly PolicyRight[] {
  const { office, role, purpose, category } = question;
  const holders = new Set([office, office === null ? null : (offices.get(office)?.kind ?? null)]);
  return rightsOn(record, date).filter(
    (right) =>
      (office === null || holders.has(right.office)) &&
      (role === null || right.role === role) &&
      (purpose === null || right.purpose === purpose) &&
      (category === null || right.category === category),
  );
}

import type { CaseRow } from "../loadCase.ts";

/** Grounds of a proposal that rest on assessments of offices, not on judgments: two persons decide (Vier-Augen-Prinzip). */
const assessedGrounds: readonly CaseRow["ground"][] = ["SOCIAL_CONDUCT"];

/** Whether a second person is to confirm a decision on admission. The same for both outcomes, and whatever an assessment says. */
export function needsSecondPerson(ground: CaseRow["ground"]): boolean {
  return assessedGrounds.includes(ground);
}

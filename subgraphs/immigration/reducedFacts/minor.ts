import { isMinorOn } from "../isMinorOn.ts";
import type { Reduction } from "./Reduction.ts";

/** Under 18 on the date of the question (§ 62 (1) AufenthG). */
export const minor: Reduction = ({ date, person }) => {
  const isMinor = isMinorOn(date, person.dateOfBirth ?? person.dateOfBirthPart);
  return isMinor === null ? [] : [{ value: isMinor ? "YES" : "NO", restsOn: [person] }];
};

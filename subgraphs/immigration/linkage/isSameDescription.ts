import type { PersonDescription } from "./PersonDescription.ts";

/** Whether two descriptions say the same, letter by letter. */
export function isSameDescription(one: PersonDescription, other: PersonDescription): boolean {
  return JSON.stringify(saying(one)) === JSON.stringify(saying(other));
}

function saying(described: PersonDescription): readonly unknown[] {
  const { reference, fileRef, familyName, givenNames, birthName, formerNames } = described;
  const { dateOfBirth, placeOfBirth, citizenships, competentAuthority } = described;
  const names = [familyName, givenNames, birthName, formerNames];
  return [reference, fileRef, names, dateOfBirth, placeOfBirth, citizenships, competentAuthority];
}

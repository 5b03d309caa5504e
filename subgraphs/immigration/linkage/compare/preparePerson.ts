import { prepareName } from "../names/prepareName.ts";
import type { PersonDescription } from "../PersonDescription.ts";
import type { PreparedPerson } from "./PreparedPerson.ts";

/** What of a description is compared. Citizenship, sex and religion are not. */
export type Described = Pick<
  PersonDescription,
  "familyName" | "givenNames" | "birthName" | "formerNames" | "dateOfBirth" | "placeOfBirth"
>;

/** @param prepare how a name is prepared: for many persons, one that remembers */
export function preparePerson(described: Described, prepare: typeof prepareName = prepareName): PreparedPerson {
  const { familyName, birthName, formerNames, givenNames, dateOfBirth, placeOfBirth } = described;
  return {
    familyNames: [...new Set([familyName, birthName, ...formerNames])].flatMap((name) => prepare(name) ?? []),
    givenNames: prepare(givenNames),
    dateOfBirth,
    placeOfBirth: prepare(placeOfBirth),
  };
}

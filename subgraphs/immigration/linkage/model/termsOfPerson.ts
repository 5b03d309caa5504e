import type { PreparedPerson } from "../compare/PreparedPerson.ts";
import { type Term, termsOf } from "./TermShares.ts";

/** The terms by which a person on file is counted. */
export function termsOfPerson({ familyNames, givenNames, dateOfBirth }: PreparedPerson): ReadonlySet<Term> {
  const names = [
    ...familyNames.map((name) => termsOf("family", name)),
    ...(givenNames === null ? [] : [termsOf("given", givenNames)]),
  ];
  return new Set<Term>([
    ...names.flatMap(({ written, sound }) => [written, sound]),
    ...(dateOfBirth === null ? [] : [`birth=${dateOfBirth}` as const]),
  ]);
}

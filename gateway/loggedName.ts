import type { Operation } from "./Operation.ts";

/** Letters and digits of references: a name that a program puts together has no room for their dashes. */
const folded = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();

/** Fewer letters and digits than any reference has say nothing. */
const referenceCharactersMin = 6;

/**
 * Name of the operation as it goes on record, where nobody can be erased from a name: one that holds the reference of a person or case that the
 * request asks for or states is left out.
 *
 * @param caseRef that the request states; null: none
 */
export function loggedName(
  { name, askedPersons, askedCases }: Pick<Operation, "name" | "askedPersons" | "askedCases">,
  caseRef: string | null,
): string | null {
  if (name === null) return null;
  const said = folded(name);
  const references = [...askedPersons, ...askedCases, ...(caseRef === null ? [] : [caseRef])].map(folded);
  return references.some((each) => each.length >= referenceCharactersMin && said.includes(each)) ? null : name;
}

/** A list of persons with so many fields each: the fields of a person in turn, in its cases where there is no further one. */
export function personDocument(fields: number): string {
  const own = ["personRef", "familyName", "givenNames", "dateOfBirth", "fileRef"];
  const selected = Array.from({ length: fields }, (_, index) => `f${index}: ${own[index % own.length]}`);
  return `{ persons { edges { node { ${selected.join(" ")} } } } }`;
}

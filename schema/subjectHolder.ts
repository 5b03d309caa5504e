/**
 * Who holds the relations of a data subject in the directory: the person concerned, or counsel with a power of attorney.
 *
 * @param personRef opaque reference of the data subject
 */
export function subjectHolder(personRef: string): string {
  return `SUBJECT:${personRef}`;
}

/** A person in an answer, as far as the benchmark looks at it: one field of each subgraph that holds data. */
export interface AnsweredPerson {
  readonly personRef: string;
  /** From `immigration`. */
  readonly residenceStatus: object | null;
  /** From `criminal-records`. */
  readonly convictions: readonly unknown[] | null;
  /** From `casework`. */
  readonly cases: readonly unknown[] | null;
}

interface Answered {
  readonly person?: AnsweredPerson | null;
  readonly persons?: { readonly edges: readonly { readonly node: AnsweredPerson }[] } | null;
}

/** The persons of an answer to one of the questions about persons. */
export function personsIn(data: unknown): readonly AnsweredPerson[] {
  const { person, persons } = data as Answered;
  return [...(person ? [person] : []), ...(persons?.edges.map(({ node }) => node) ?? [])];
}

/** Whether all three subgraphs had something to say of the person. */
export function isKnownToAll({ residenceStatus, convictions, cases }: AnsweredPerson): boolean {
  return residenceStatus !== null && (convictions ?? []).length > 0 && (cases ?? []).length > 0;
}

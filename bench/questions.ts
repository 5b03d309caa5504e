import { type CollectiveSize, collectiveReference } from "./collectiveReferences.ts";

/** An operation and the reference under which it is asked. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly caseRef: string;
}

/** Fields of a person from all three subgraphs that hold data. */
const personFields = `
  fragment PersonFields on Person {
    personRef familyName givenNames dateOfBirth fileRef
    residenceStatus { code { code } validUntil }
    obligationToLeave { exists enforceable finality }
    toleration { validUntil }
    travelDocument { kind present validUntil }
    convictions { id court decidedOn finalOn offences { provision committedOn } sentence { kind { code } months } }
    investigations { state since }
    custody { from expectedEnd }
    cases { caseRef state openedOn measures { kind state dueOn } deadlines { subject dueOn } }
  }`;

/** A page of 20 persons. */
export const listQuestion: Question = {
  query: `query ListOfPersons { persons(first: 20) { edges { node { ...PersonFields } } } } ${personFields}`,
  variables: {},
  caseRef: collectiveReference(20),
};

/** One of these persons, with the same fields. */
export function singleQuestion(personRef: string): Question {
  return {
    query: `query SinglePerson($personRef: ID!) { person(personRef: $personRef) { ...PersonFields } } ${personFields}`,
    variables: { personRef },
    caseRef: collectiveReference(20),
  };
}

/** A page of fresh assessments. */
export function assessmentQuestion(size: CollectiveSize, first: number, after: string | null): Question {
  return {
    query: `query Assessments($first: Int, $after: String) {
      persons(first: $first, after: $after) {
        pageInfo { hasNextPage endCursor }
        edges { node { personRef assessment { state band axisA axisB knownWeightPercent contributions { points } } } }
      } }`,
    variables: { first, after },
    caseRef: collectiveReference(size),
  };
}

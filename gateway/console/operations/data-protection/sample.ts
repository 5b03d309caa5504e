// Made by npm run operations from sample.graphql and schema/contracts/data-protection.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from '../TypedDocumentString.ts';
/** Verdict on an access of a weekly sample. */
export type ReviewAccessInput = {
  /** Week of the sample, for example `2026-W24`. */
  readonly week: string;
  /** Access, as `AccessRecord.id`. */
  readonly record: string;
  /** The verdict. */
  readonly verdict: ReviewVerdict;
  /** Reason, 10 to 2,000 characters: no person is to be named in it. */
  readonly reason: string;
};

/** What the review of an access came to. */
export type ReviewVerdict =
  /** Purpose and reason bear the access (in Ordnung). */
  | 'ACCEPT'
  /** The office is asked what it was for (Rückfrage). */
  | 'ASK'
  /** It is taken further (Weiterleitung). */
  | 'ESCALATE';

export type SampleQueryVariables = Exact<{
  week: string;
}>;


export type SampleQuery = { readonly accessSample: { readonly week: string | null, readonly seed: string | null, readonly accesses: ReadonlyArray<{ readonly record: { readonly id: string, readonly at: string | null, readonly actor: string | null, readonly purpose: string | null, readonly reason: string | null, readonly caseRef: string | null, readonly office: { readonly id: string, readonly name: string } | null } | null, readonly reviews: ReadonlyArray<{ readonly verdict: ReviewVerdict | null, readonly reason: string | null, readonly reviewer: string | null, readonly at: string | null }> | null }> | null } | null };

export type ReviewMutationVariables = Exact<{
  input: ReviewAccessInput;
}>;


export type ReviewMutation = { readonly reviewAccess: { readonly sampled: { readonly record: { readonly id: string, readonly at: string | null, readonly actor: string | null, readonly purpose: string | null, readonly reason: string | null, readonly caseRef: string | null, readonly office: { readonly id: string, readonly name: string } | null } | null, readonly reviews: ReadonlyArray<{ readonly verdict: ReviewVerdict | null, readonly reason: string | null, readonly reviewer: string | null, readonly at: string | null }> | null } | null } | null };

export type SampledFragment = { readonly record: { readonly id: string, readonly at: string | null, readonly actor: string | null, readonly purpose: string | null, readonly reason: string | null, readonly caseRef: string | null, readonly office: { readonly id: string, readonly name: string } | null } | null, readonly reviews: ReadonlyArray<{ readonly verdict: ReviewVerdict | null, readonly reason: string | null, readonly reviewer: string | null, readonly at: string | null }> | null };

export type AccessLineFragment = { readonly id: string, readonly at: string | null, readonly actor: string | null, readonly purpose: string | null, readonly reason: string | null, readonly caseRef: string | null, readonly office: { readonly id: string, readonly name: string } | null };

export const AccessLineFragmentDoc = new TypedDocumentString(`
    fragment AccessLine on AccessRecord {
  id
  at
  actor
  purpose
  reason
  caseRef
  office {
    id
    name
  }
}
    `, {"fragmentName":"AccessLine"}) as unknown as TypedDocumentString<AccessLineFragment, unknown>;
export const SampledFragmentDoc = new TypedDocumentString(`
    fragment Sampled on SampledAccess {
  record {
    ...AccessLine
  }
  reviews {
    verdict
    reason
    reviewer
    at
  }
}
    fragment AccessLine on AccessRecord {
  id
  at
  actor
  purpose
  reason
  caseRef
  office {
    id
    name
  }
}`, {"fragmentName":"Sampled"}) as unknown as TypedDocumentString<SampledFragment, unknown>;
export const SampleDocument = new TypedDocumentString(`
    query Sample($week: String!) {
  accessSample(week: $week) {
    week
    seed
    accesses {
      ...Sampled
    }
  }
}
    fragment Sampled on SampledAccess {
  record {
    ...AccessLine
  }
  reviews {
    verdict
    reason
    reviewer
    at
  }
}
fragment AccessLine on AccessRecord {
  id
  at
  actor
  purpose
  reason
  caseRef
  office {
    id
    name
  }
}`) as unknown as TypedDocumentString<SampleQuery, SampleQueryVariables>;
export const ReviewDocument = new TypedDocumentString(`
    mutation Review($input: ReviewAccessInput!) {
  reviewAccess(input: $input) {
    sampled {
      ...Sampled
    }
  }
}
    fragment Sampled on SampledAccess {
  record {
    ...AccessLine
  }
  reviews {
    verdict
    reason
    reviewer
    at
  }
}
fragment AccessLine on AccessRecord {
  id
  at
  actor
  purpose
  reason
  caseRef
  office {
    id
    name
  }
}`) as unknown as TypedDocumentString<ReviewMutation, ReviewMutationVariables>;

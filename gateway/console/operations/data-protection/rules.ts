// Made by npm run operations from rules.graphql and schema/contracts/data-protection.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from '../TypedDocumentString.ts';
/** What may be done with a category of data. */
export type PolicyAction =
  /** Read it (lesen). */
  | 'SEE'
  /** Write it (schreiben). */
  | 'WRITE'
  /** Have it combined into an assessment, unseen (zusammenführen). */
  | 'COMBINE';

/** Direction of a change of the policy. */
export type PolicyEffect =
  /** They may do it now (gewinnt). */
  | 'GAINS'
  /** They may do it no longer (verliert). */
  | 'LOSES';

/** What a draft would have made of a field. */
export type SimulatedEffect =
  /** The whole request would have been refused: no purpose gives the office such data any more. */
  | 'REFUSED'
  /** It would have been withheld. */
  | 'WITHHELD'
  /** It would have been shown on some records; the log does not tell on which it was. */
  | 'DEPENDS'
  /** It was withheld or refused, and would have been shown on records that fit. */
  | 'SEEN';

export type RightsQueryVariables = Exact<{
  office?: string | null | undefined;
  purpose?: string | null | undefined;
  category?: string | null | undefined;
  date?: string | null | undefined;
}>;


export type RightsQuery = { readonly policyMatrix: ReadonlyArray<{ readonly office: string | null, readonly role: string | null, readonly purpose: string | null, readonly action: PolicyAction | null, readonly category: string | null, readonly categoryName: string | null, readonly relation: string | null, readonly unless: ReadonlyArray<string> | null, readonly since: string | null, readonly until: string | null, readonly rule: { readonly id: string | null, readonly sentence: string | null, readonly norms: ReadonlyArray<string> | null } | null, readonly prohibitions: ReadonlyArray<{ readonly id: string | null, readonly sentence: string | null, readonly norms: ReadonlyArray<string> | null }> | null }> | null };

export type WhoCanSeeQueryVariables = Exact<{
  coordinate: string;
  date?: string | null | undefined;
}>;


export type WhoCanSeeQuery = { readonly whoCanSee: ReadonlyArray<{ readonly office: string | null, readonly role: string | null, readonly purpose: string | null, readonly action: PolicyAction | null, readonly category: string | null, readonly categoryName: string | null, readonly relation: string | null, readonly unless: ReadonlyArray<string> | null, readonly since: string | null, readonly until: string | null, readonly rule: { readonly id: string | null, readonly sentence: string | null, readonly norms: ReadonlyArray<string> | null } | null, readonly prohibitions: ReadonlyArray<{ readonly id: string | null, readonly sentence: string | null, readonly norms: ReadonlyArray<string> | null }> | null }> | null };

export type WhatSeesQueryVariables = Exact<{
  office: string;
  role?: string | null | undefined;
  purpose?: string | null | undefined;
  date?: string | null | undefined;
}>;


export type WhatSeesQuery = { readonly whatSees: ReadonlyArray<{ readonly office: string | null, readonly role: string | null, readonly purpose: string | null, readonly action: PolicyAction | null, readonly category: string | null, readonly categoryName: string | null, readonly relation: string | null, readonly unless: ReadonlyArray<string> | null, readonly since: string | null, readonly until: string | null, readonly rule: { readonly id: string | null, readonly sentence: string | null, readonly norms: ReadonlyArray<string> | null } | null, readonly prohibitions: ReadonlyArray<{ readonly id: string | null, readonly sentence: string | null, readonly norms: ReadonlyArray<string> | null }> | null }> | null };

export type ChangesQueryVariables = Exact<{
  from: string;
  to?: string | null | undefined;
}>;


export type ChangesQuery = { readonly policyChanges: ReadonlyArray<{ readonly effect: PolicyEffect | null, readonly office: string | null, readonly role: string | null, readonly purpose: string | null, readonly action: PolicyAction | null, readonly category: string | null, readonly categoryName: string | null, readonly relation: string | null, readonly where: string | null, readonly since: string | null, readonly until: string | null, readonly rules: ReadonlyArray<string> | null }> | null };

export type SimulationQueryVariables = Exact<{
  draft: string;
  since: string;
}>;


export type SimulationQuery = { readonly simulatePolicy: { readonly replayed: number | null, readonly changed: number | null, readonly changes: ReadonlyArray<{ readonly office: string | null, readonly role: string | null, readonly purpose: string | null, readonly coordinate: string | null, readonly effect: SimulatedEffect | null, readonly accesses: number | null, readonly staff: number | null, readonly persons: number | null }> | null } | null };

export type RightFragment = { readonly office: string | null, readonly role: string | null, readonly purpose: string | null, readonly action: PolicyAction | null, readonly category: string | null, readonly categoryName: string | null, readonly relation: string | null, readonly unless: ReadonlyArray<string> | null, readonly since: string | null, readonly until: string | null, readonly rule: { readonly id: string | null, readonly sentence: string | null, readonly norms: ReadonlyArray<string> | null } | null, readonly prohibitions: ReadonlyArray<{ readonly id: string | null, readonly sentence: string | null, readonly norms: ReadonlyArray<string> | null }> | null };

export const RightFragmentDoc = new TypedDocumentString(`
    fragment Right on PolicyRight {
  office
  role
  purpose
  action
  category
  categoryName
  relation
  unless
  since
  until
  rule {
    id
    sentence
    norms
  }
  prohibitions {
    id
    sentence
    norms
  }
}
    `, {"fragmentName":"Right"}) as unknown as TypedDocumentString<RightFragment, unknown>;
export const RightsDocument = new TypedDocumentString(`
    query Rights($office: ID, $purpose: String, $category: String, $date: Date) {
  policyMatrix(
    office: $office
    purpose: $purpose
    category: $category
    date: $date
  ) {
    ...Right
  }
}
    fragment Right on PolicyRight {
  office
  role
  purpose
  action
  category
  categoryName
  relation
  unless
  since
  until
  rule {
    id
    sentence
    norms
  }
  prohibitions {
    id
    sentence
    norms
  }
}`) as unknown as TypedDocumentString<RightsQuery, RightsQueryVariables>;
export const WhoCanSeeDocument = new TypedDocumentString(`
    query WhoCanSee($coordinate: String!, $date: Date) {
  whoCanSee(coordinate: $coordinate, date: $date) {
    ...Right
  }
}
    fragment Right on PolicyRight {
  office
  role
  purpose
  action
  category
  categoryName
  relation
  unless
  since
  until
  rule {
    id
    sentence
    norms
  }
  prohibitions {
    id
    sentence
    norms
  }
}`) as unknown as TypedDocumentString<WhoCanSeeQuery, WhoCanSeeQueryVariables>;
export const WhatSeesDocument = new TypedDocumentString(`
    query WhatSees($office: ID!, $role: String, $purpose: String, $date: Date) {
  whatSees(office: $office, role: $role, purpose: $purpose, date: $date) {
    ...Right
  }
}
    fragment Right on PolicyRight {
  office
  role
  purpose
  action
  category
  categoryName
  relation
  unless
  since
  until
  rule {
    id
    sentence
    norms
  }
  prohibitions {
    id
    sentence
    norms
  }
}`) as unknown as TypedDocumentString<WhatSeesQuery, WhatSeesQueryVariables>;
export const ChangesDocument = new TypedDocumentString(`
    query Changes($from: String!, $to: String) {
  policyChanges(from: $from, to: $to) {
    effect
    office
    role
    purpose
    action
    category
    categoryName
    relation
    where
    since
    until
    rules
  }
}
    `) as unknown as TypedDocumentString<ChangesQuery, ChangesQueryVariables>;
export const SimulationDocument = new TypedDocumentString(`
    query Simulation($draft: String!, $since: Date!) {
  simulatePolicy(draft: $draft, since: $since) {
    replayed
    changed
    changes {
      office
      role
      purpose
      coordinate
      effect
      accesses
      staff
      persons
    }
  }
}
    `) as unknown as TypedDocumentString<SimulationQuery, SimulationQueryVariables>;

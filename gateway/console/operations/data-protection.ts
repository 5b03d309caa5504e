// Made by npm run operations from data-protection.graphql and schema/contracts/data-protection.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How a request ended. */
export type AccessOutcome =
  /** Answered, perhaps with fields withheld. */
  | 'ANSWERED'
  /** A mutation that was about to begin; its end is a record of its own with the same actor, time and operation. */
  | 'ATTEMPTED'
  /** Refused: nothing was disclosed. */
  | 'REFUSED';

/** Conditions on access records; all that are set must hold. */
export type AccessRecordFilter = {
  /** Data subject, by opaque reference. */
  readonly personRef?: string | null | undefined;
  /** Person acting, by staff id. */
  readonly actor?: string | null | undefined;
  /** Office, by id. */
  readonly office?: string | null | undefined;
  /** Purpose that was stated, by name, for example `CASE_MANAGEMENT`. */
  readonly purpose?: string | null | undefined;
  /** Case or file reference that was stated with the request, or that the operation asked for, whether there is such a case or not. */
  readonly caseRef?: string | null | undefined;
  /** Field that was disclosed, as `Type.field`. */
  readonly coordinate?: string | null | undefined;
  /** Field or input that was only tested, by a filter, an order or a cursor, as `Type.field`, for example `CaseFilter.state`. */
  readonly tested?: string | null | undefined;
  /** How the request ended. */
  readonly outcome?: AccessOutcome | null | undefined;
  /** Error code of a refusal, for example `CEILING_REACHED`: more persons within an hour than the purpose allows. */
  readonly refusalCode?: string | null | undefined;
  /** Whether the gateway held back something in a subgraph's place (Vorfall): only such records, or only others. */
  readonly hasIncident?: boolean | null | undefined;
  /** From this instant on. */
  readonly from?: string | null | undefined;
  /** Before this instant. */
  readonly to?: string | null | undefined;
};

/** What became of a fact. */
export type CorrectionKind =
  /** The version was wrong, and another stands in its place (Berichtigung), Art. 16 GDPR. */
  | 'CORRECTED'
  /** It may no longer be processed (Einschränkung), Art. 18 GDPR. */
  | 'RESTRICTED'
  /** It may be processed again (Aufhebung der Einschränkung), Art. 18 (3) GDPR. */
  | 'RELEASED'
  /** It is gone (Löschung), Art. 17 GDPR. */
  | 'ERASED';

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

/** A document that the controller owes. */
export type ProcessingDocument =
  /** Record of processing activities (Verzeichnis von Verarbeitungstätigkeiten), Art. 30 GDPR. */
  | 'RECORD_OF_PROCESSING'
  /** Data protection impact assessment (Datenschutz-Folgenabschätzung), Art. 35 GDPR. */
  | 'IMPACT_ASSESSMENT'
  /** Fundamental rights impact assessment (Grundrechte-Folgenabschätzung), Art. 27 Regulation (EU) 2024/1689. */
  | 'FUNDAMENTAL_RIGHTS_ASSESSMENT';

/** Kind of processing that is put on record, § 76 (1) BDSG as model. */
export type ProcessingKind =
  /** Collection (Erhebung). */
  | 'COLLECT'
  /** Alteration (Veränderung). */
  | 'ALTER'
  /** Query (Abfrage). */
  | 'QUERY'
  /** Disclosure, transfer included (Offenlegung einschließlich Übermittlung). */
  | 'DISCLOSE'
  /** Combination (Kombination). */
  | 'COMBINE'
  /** Erasure (Löschung). */
  | 'ERASE';

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

export type AccessSearchQueryVariables = Exact<{
  filter?: AccessRecordFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AccessSearchQuery = { readonly accessRecords: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly at: string | null, readonly outcome: AccessOutcome | null, readonly refusalCode: string | null, readonly actor: string | null, readonly role: string | null, readonly purpose: string | null, readonly caseRef: string | null, readonly office: { readonly id: string, readonly name: string } | null } | null }> | null } | null };

export type AccessQueryVariables = Exact<{
  id: string;
}>;


export type AccessQuery = { readonly accessRecord: { readonly id: string, readonly at: string | null, readonly questionDate: string | null, readonly outcome: AccessOutcome | null, readonly refusalCode: string | null, readonly actor: string | null, readonly responsiblePerson: string | null, readonly role: string | null, readonly purpose: string | null, readonly purposeCode: string | null, readonly caseRef: string | null, readonly askedCases: ReadonlyArray<string> | null, readonly reason: string | null, readonly kinds: ReadonlyArray<ProcessingKind> | null, readonly operationName: string | null, readonly operationHash: string | null, readonly document: string | null, readonly policyVersion: string | null, readonly catalogueVersion: string | null, readonly trace: string | null, readonly recipient: string | null, readonly tested: ReadonlyArray<string> | null, readonly incidents: ReadonlyArray<string> | null, readonly office: { readonly id: string, readonly name: string } | null, readonly subjects: ReadonlyArray<{ readonly personRef: string | null, readonly withheld: ReadonlyArray<string> | null, readonly disclosures: ReadonlyArray<{ readonly coordinate: string | null, readonly rules: ReadonlyArray<string> | null }> | null }> | null, readonly withheld: ReadonlyArray<{ readonly coordinate: string | null, readonly category: string | null, readonly prohibitions: ReadonlyArray<string> | null }> | null, readonly proof: { readonly entry: string | null, readonly index: number | null, readonly size: number | null, readonly hashes: ReadonlyArray<string> | null, readonly checkpoint: string | null } | null } | null };

export type ReasonsQueryVariables = Exact<{
  office?: string | null | undefined;
  purpose?: string | null | undefined;
  date?: string | null | undefined;
  policyVersion?: string | null | undefined;
}>;


export type ReasonsQuery = { readonly policyMatrix: ReadonlyArray<{ readonly rule: { readonly id: string | null, readonly norms: ReadonlyArray<string> | null } | null, readonly prohibitions: ReadonlyArray<{ readonly id: string | null, readonly norms: ReadonlyArray<string> | null }> | null }> | null };

export type ExportQueryVariables = Exact<{
  filter?: AccessRecordFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ExportQuery = { readonly accessExport: { readonly bundle: string | null } | null };

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

export type LogHealthQueryVariables = Exact<{ [key: string]: never; }>;


export type LogHealthQuery = { readonly logShards: ReadonlyArray<{ readonly instance: string | null, readonly shard: string | null, readonly size: number | null, readonly checkpoint: string | null, readonly endsOn: string | null }> | null };

export type RefusalsQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type RefusalsQuery = { readonly accessRecords: { readonly edges: ReadonlyArray<{ readonly node: { readonly refusalCode: string | null, readonly id: string, readonly at: string | null, readonly actor: string | null, readonly purpose: string | null, readonly reason: string | null, readonly caseRef: string | null, readonly office: { readonly id: string, readonly name: string } | null } | null }> | null } | null, readonly failedIdentifications: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly at: string | null, readonly code: string | null, readonly count: number | null } | null }> | null } | null };

export type IncidentsQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type IncidentsQuery = { readonly accessRecords: { readonly edges: ReadonlyArray<{ readonly node: { readonly incidents: ReadonlyArray<string> | null, readonly id: string, readonly at: string | null, readonly actor: string | null, readonly purpose: string | null, readonly reason: string | null, readonly caseRef: string | null, readonly office: { readonly id: string, readonly name: string } | null } | null }> | null } | null };

export type CorrectionsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CorrectionsQuery = { readonly outstandingCorrections: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: CorrectionKind | null, readonly fact: string | null, readonly version: number | null, readonly at: string | null, readonly office: { readonly id: string, readonly name: string } | null } | null }> | null } | null };

export type DraftQueryVariables = Exact<{
  document: ProcessingDocument;
}>;


export type DraftQuery = { readonly processingDraft: { readonly title: string | null, readonly policyVersion: string | null, readonly sections: ReadonlyArray<{ readonly heading: string | null, readonly norm: string | null, readonly facts: ReadonlyArray<string> | null, readonly blanks: ReadonlyArray<string> | null }> | null } | null };

export type DetectorsQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type DetectorsQuery = { readonly accessDetectors: ReadonlyArray<{ readonly id: string, readonly sentence: string | null, readonly norms: ReadonlyArray<string> | null, readonly basis: string | null, readonly judged: number | null, readonly found: number | null, readonly findings: ReadonlyArray<{ readonly id: string, readonly at: string | null, readonly actor: string | null, readonly purpose: string | null, readonly reason: string | null, readonly caseRef: string | null, readonly office: { readonly id: string, readonly name: string } | null }> | null }> | null };

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

export type RightFragment = { readonly office: string | null, readonly role: string | null, readonly purpose: string | null, readonly action: PolicyAction | null, readonly category: string | null, readonly categoryName: string | null, readonly relation: string | null, readonly unless: ReadonlyArray<string> | null, readonly since: string | null, readonly until: string | null, readonly rule: { readonly id: string | null, readonly sentence: string | null, readonly norms: ReadonlyArray<string> | null } | null, readonly prohibitions: ReadonlyArray<{ readonly id: string | null, readonly sentence: string | null, readonly norms: ReadonlyArray<string> | null }> | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
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
export const AccessSearchDocument = new TypedDocumentString(`
    query AccessSearch($filter: AccessRecordFilter, $after: String) {
  accessRecords(first: 50, after: $after, filter: $filter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        at
        outcome
        refusalCode
        actor
        role
        purpose
        caseRef
        office {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AccessSearchQuery, AccessSearchQueryVariables>;
export const AccessDocument = new TypedDocumentString(`
    query Access($id: ID!) {
  accessRecord(id: $id) {
    id
    at
    questionDate
    outcome
    refusalCode
    actor
    responsiblePerson
    role
    purpose
    purposeCode
    caseRef
    askedCases
    reason
    kinds
    operationName
    operationHash
    document
    policyVersion
    catalogueVersion
    trace
    recipient
    tested
    incidents
    office {
      id
      name
    }
    subjects {
      personRef
      withheld
      disclosures {
        coordinate
        rules
      }
    }
    withheld {
      coordinate
      category
      prohibitions
    }
    proof {
      entry
      index
      size
      hashes
      checkpoint
    }
  }
}
    `) as unknown as TypedDocumentString<AccessQuery, AccessQueryVariables>;
export const ReasonsDocument = new TypedDocumentString(`
    query Reasons($office: ID, $purpose: String, $date: Date, $policyVersion: String) {
  policyMatrix(
    office: $office
    purpose: $purpose
    date: $date
    policyVersion: $policyVersion
  ) {
    rule {
      id
      norms
    }
    prohibitions {
      id
      norms
    }
  }
}
    `) as unknown as TypedDocumentString<ReasonsQuery, ReasonsQueryVariables>;
export const ExportDocument = new TypedDocumentString(`
    query Export($filter: AccessRecordFilter, $after: String) {
  accessExport(first: 50, after: $after, filter: $filter) {
    bundle
  }
}
    `) as unknown as TypedDocumentString<ExportQuery, ExportQueryVariables>;
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
export const LogHealthDocument = new TypedDocumentString(`
    query LogHealth {
  logShards {
    instance
    shard
    size
    checkpoint
    endsOn
  }
}
    `) as unknown as TypedDocumentString<LogHealthQuery, LogHealthQueryVariables>;
export const RefusalsDocument = new TypedDocumentString(`
    query Refusals($from: DateTime!, $to: DateTime!) {
  accessRecords(first: 50, filter: {outcome: REFUSED, from: $from, to: $to}) {
    edges {
      node {
        refusalCode
        ...AccessLine
      }
    }
  }
  failedIdentifications(first: 50, from: $from, to: $to) {
    edges {
      node {
        id
        at
        code
        count
      }
    }
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
}`) as unknown as TypedDocumentString<RefusalsQuery, RefusalsQueryVariables>;
export const IncidentsDocument = new TypedDocumentString(`
    query Incidents($from: DateTime!, $to: DateTime!) {
  accessRecords(first: 50, filter: {hasIncident: true, from: $from, to: $to}) {
    edges {
      node {
        incidents
        ...AccessLine
      }
    }
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
}`) as unknown as TypedDocumentString<IncidentsQuery, IncidentsQueryVariables>;
export const CorrectionsDocument = new TypedDocumentString(`
    query Corrections($after: String) {
  outstandingCorrections(first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        kind
        fact
        version
        at
        office {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CorrectionsQuery, CorrectionsQueryVariables>;
export const DraftDocument = new TypedDocumentString(`
    query Draft($document: ProcessingDocument!) {
  processingDraft(document: $document) {
    title
    policyVersion
    sections {
      heading
      norm
      facts
      blanks
    }
  }
}
    `) as unknown as TypedDocumentString<DraftQuery, DraftQueryVariables>;
export const DetectorsDocument = new TypedDocumentString(`
    query Detectors($from: DateTime!, $to: DateTime!) {
  accessDetectors(from: $from, to: $to, first: 20) {
    id
    sentence
    norms
    basis
    judged
    found
    findings {
      ...AccessLine
    }
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
}`) as unknown as TypedDocumentString<DetectorsQuery, DetectorsQueryVariables>;
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

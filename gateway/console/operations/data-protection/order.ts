// Made by npm run operations from order.graphql and schema/contracts/data-protection.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from '../TypedDocumentString.ts';
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

export type DetectorsQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type DetectorsQuery = { readonly accessDetectors: ReadonlyArray<{ readonly id: string, readonly sentence: string | null, readonly norms: ReadonlyArray<string> | null, readonly basis: string | null, readonly judged: number | null, readonly found: number | null, readonly findings: ReadonlyArray<{ readonly id: string, readonly at: string | null, readonly actor: string | null, readonly purpose: string | null, readonly reason: string | null, readonly caseRef: string | null, readonly office: { readonly id: string, readonly name: string } | null }> | null }> | null };

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

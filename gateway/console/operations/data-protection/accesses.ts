// Made by npm run operations from accesses.graphql and schema/contracts/data-protection.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from '../TypedDocumentString.ts';
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

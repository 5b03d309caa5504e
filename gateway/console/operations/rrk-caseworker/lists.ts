// Made by npm run operations from lists.graphql and schema/contracts/rrk-caseworker.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from '../TypedDocumentString.ts';
/** Conditions on cases; all that are set must hold. */
export type CaseFilter = {
  /** State of the case. */
  readonly state?: CaseState | null | undefined;
  /** State of the prosecutor's consent (§ 72 (4) AufenthG). */
  readonly consentState?: ConsentState | null | undefined;
  /** Open measure that the requester sees, due until this day; overdue ones included. */
  readonly measureDueUntil?: string | null | undefined;
  /** Deadline that ends from the date of the question to this day. */
  readonly deadlineUntil?: string | null | undefined;
};

/** Order of a list of cases. */
export type CaseOrder =
  /** By case reference (Fallnummer). */
  | 'CASE_REF'
  /** By the day on which the earliest open measure is due that the requester sees, overdue ones first; cases without one last. */
  | 'NEXT_MEASURE'
  /** By the end of the next deadline, from the date of the question on; cases without one last. */
  | 'NEXT_DEADLINE';

/** State of a case (Fallstatus). */
export type CaseState =
  /** Proposed (vorgeschlagen). */
  | 'PROPOSED'
  /** Checked for completeness (geprüft). */
  | 'CHECKED'
  /** Decided by one person, to be confirmed by a second (Vier-Augen-Prinzip). */
  | 'AWAITING_CONFIRMATION'
  /** Admitted (aufgenommen). */
  | 'ADMITTED'
  /** Rejected (abgelehnt). */
  | 'REJECTED'
  /** Suspended (ruhend). */
  | 'SUSPENDED'
  /** Closed (abgeschlossen). */
  | 'CLOSED';

/** State of the prosecutor's consent (Einvernehmen). */
export type ConsentState =
  /** Not required (nicht erforderlich). */
  | 'NOT_REQUIRED'
  /** Asked for (angefragt). */
  | 'REQUESTED'
  /** Given (erteilt). */
  | 'GIVEN'
  /** Refused (versagt). */
  | 'REFUSED';

/** Kind of measure (Art der Maßnahme). */
export type MeasureKind =
  /** Hearing (Anhörung), § 28 VwVfG. */
  | 'HEARING'
  /** Expulsion order (Ausweisungsverfügung), § 53 AufenthG. */
  | 'EXPULSION_ORDER'
  /** Procurement of a substitute document (Passersatzbeschaffung). */
  | 'SUBSTITUTE_DOCUMENT'
  /** Advice on voluntary return (Rückkehrberatung). */
  | 'RETURN_ADVICE'
  /** Request for waiver of execution (§ 456a StPO). */
  | 'WAIVER_REQUEST'
  /** Preparation of the removal (Vorbereitung der Abschiebung), § 58 AufenthG. */
  | 'REMOVAL_PREPARATION';

/** State of a measure (Bearbeitungsstand). */
export type MeasureState =
  /** To be carried out (offen). */
  | 'OPEN'
  /** Carried out (erledigt). */
  | 'DONE'
  /** Given up (aufgehoben). */
  | 'CANCELLED';

export type WorklistByDateQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WorklistByDateQuery = { readonly worklistByDate: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly date: string | null, readonly case: { readonly caseRef: string, readonly state: CaseState | null, readonly person: { readonly familyName: string | null, readonly givenNames: string | null } | null } | null } | null }> | null } | null };

export type CasesByDueQueryVariables = Exact<{
  after?: string | null | undefined;
  filter: CaseFilter;
  orderBy: CaseOrder;
}>;


export type CasesByDueQuery = { readonly cases: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly caseRef: string, readonly state: CaseState | null, readonly person: { readonly familyName: string | null, readonly givenNames: string | null } | null, readonly measures: ReadonlyArray<{ readonly id: string, readonly kind: MeasureKind | null, readonly dueOn: string | null, readonly state: MeasureState | null, readonly office: { readonly name: string } | null }> | null, readonly deadlines: ReadonlyArray<{ readonly id: string, readonly subject: string | null, readonly norm: string | null, readonly dueOn: string | null }> | null } | null }> | null } | null };


export const WorklistByDateDocument = new TypedDocumentString(`
    query WorklistByDate($after: String) {
  worklistByDate(first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        date
        case {
          caseRef
          state
          person {
            familyName
            givenNames
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorklistByDateQuery, WorklistByDateQueryVariables>;
export const CasesByDueDocument = new TypedDocumentString(`
    query CasesByDue($after: String, $filter: CaseFilter!, $orderBy: CaseOrder!) {
  cases(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        caseRef
        state
        person {
          familyName
          givenNames
        }
        measures {
          id
          kind
          dueOn
          state
          office {
            name
          }
        }
        deadlines {
          id
          subject
          norm
          dueOn
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CasesByDueQuery, CasesByDueQueryVariables>;

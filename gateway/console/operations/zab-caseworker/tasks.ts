// Made by npm run operations from tasks.graphql and schema/contracts/zab-caseworker.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from '../TypedDocumentString.ts';
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

export type TasksQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TasksQuery = { readonly cases: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly caseRef: string, readonly state: CaseState | null, readonly person: { readonly familyName: string | null, readonly givenNames: string | null } | null, readonly measures: ReadonlyArray<{ readonly id: string, readonly kind: MeasureKind | null, readonly dueOn: string | null, readonly state: MeasureState | null }> | null } | null }> | null } | null };


export const TasksDocument = new TypedDocumentString(`
    query Tasks($after: String) {
  cases(
    first: 50
    after: $after
    filter: {measureDueUntil: "9999-12-31"}
    orderBy: NEXT_MEASURE
  ) {
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
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TasksQuery, TasksQueryVariables>;

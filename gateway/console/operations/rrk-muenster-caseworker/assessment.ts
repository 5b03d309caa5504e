// Made by npm run operations from assessment.graphql and schema/contracts/rrk-muenster-caseworker.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from '../TypedDocumentString.ts';
/** Result of the gates before any point is counted. */
export type AssessmentState =
  /** Points were counted (bewertet). */
  | 'ASSESSED'
  /** Not assessed: minor (minderjährig). */
  | 'MINOR'
  /** Not assessed: outside the AufenthG (deutsch oder freizügigkeitsberechtigt). */
  | 'OUT_OF_SCOPE'
  /** Protection or a removal bar was found: legal examination first (rechtliche Prüfung zuerst). */
  | 'LEGAL_EXAMINATION_FIRST'
  /** Too little data (Datenlage unzureichend): under 70 % of the weight is known. */
  | 'INSUFFICIENT_DATA';

/** Axis of the assessment (Bewertungsachse). Points of the two are never added up. */
export type Axis =
  /** Weight of conduct (Gewicht des Verhaltens). */
  | 'A'
  /** Prospect of return (Rückführungsperspektive). */
  | 'B';

/** Band of an assessment (Bewertungsband). */
export type Band =
  /** To be examined with priority (vorrangig prüfen). */
  | 'PRIORITY'
  /** To be examined in the regular course (regulär prüfen). */
  | 'REGULAR'
  /** No admission proposed (kein Aufnahmevorschlag). */
  | 'NO_PROPOSAL'
  /** Legal examination first (rechtliche Prüfung zuerst). */
  | 'LEGAL_EXAMINATION_FIRST';

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

/** Status of a catalogue (Katalogstatus). */
export type CatalogueStatus =
  /** Demonstration set: not the criteria of the pilot, which are not public. */
  | 'DEMONSTRATION';

/** Why a fact is not known. Whichever it is, nothing is read into it: the criterion is not assessable (nicht bewertbar). */
export type MissingReason =
  /** Nobody told it (unbekannt). */
  | 'UNKNOWN'
  /** What is on file for one day contradicts itself (widersprüchlich). */
  | 'CONTRADICTORY'
  /** It rests on a day that has not come (in der Zukunft). */
  | 'FUTURE'
  /** What is on file cannot be read: a code on no list, a number that cannot be (ungültig). */
  | 'INVALID';

/** Assessment to keep. */
export type RecordAssessmentInput = {
  /** Case for whose file it is kept. */
  readonly caseRef: string;
  /** Seal of the assessment as it was read (`Assessment.seal`). */
  readonly seal: string;
};

/** A person's own estimate. */
export type RecordOwnEstimateInput = {
  /** Case that is estimated, by case reference (Fallnummer). */
  readonly caseRef: string;
  /** Band that the person expects. */
  readonly band: Band;
  /** Reason in the person's own words, 10 to 2,000 characters. */
  readonly reason: string;
};

/** Group in the worklist, in this order. */
export type WorklistGroup =
  /** Band: to be examined with priority. */
  | 'PRIORITY'
  /** Band: regular course. */
  | 'REGULAR'
  /** Band: legal examination first. */
  | 'LEGAL_EXAMINATION_FIRST'
  /** Band: no admission proposed. */
  | 'NO_PROPOSAL'
  /** Assessed, but no band: a gate held the assessment back. */
  | 'WITHOUT_BAND'
  /** Recorded assessment is stale (veraltet). */
  | 'STALE'
  /** Not yet assessed (noch nicht bewertet). */
  | 'NOT_YET_ASSESSED'
  /** Drawn for an own estimate first: no band is shown (eigene Einschätzung zuerst). */
  | 'OWN_ESTIMATE_FIRST';

export type WorklistQueryVariables = Exact<{
  group?: WorklistGroup | null | undefined;
  after?: string | null | undefined;
}>;


export type WorklistQuery = { readonly worklist: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } | null, readonly edges: ReadonlyArray<{ readonly node: { readonly group: WorklistGroup | null, readonly date: string | null, readonly case: { readonly caseRef: string, readonly state: CaseState | null, readonly person: { readonly familyName: string | null, readonly givenNames: string | null } | null } | null } | null }> | null } | null };

export type CaseAssessmentQueryVariables = Exact<{
  caseRef: string;
}>;


export type CaseAssessmentQuery = { readonly catalogue: { readonly version: string | null, readonly notice: string | null, readonly suspended: boolean | null } | null, readonly case: { readonly recordedAssessments: ReadonlyArray<{ readonly id: string, readonly recordedOn: string | null, readonly stale: boolean | null, readonly assessment: { readonly band: Band | null } | null }> | null, readonly person: { readonly assessment: { readonly status: CatalogueStatus | null, readonly state: AssessmentState | null, readonly band: Band | null, readonly at: string | null, readonly expiresOn: string | null, readonly oldestFactOn: string | null, readonly knownWeightPercent: number | null, readonly catalogueVersion: string | null, readonly engineVersion: string | null, readonly inputsHash: string | null, readonly seal: string | null, readonly gates: ReadonlyArray<{ readonly id: string, readonly question: string | null, readonly norm: string | null, readonly closed: boolean | null }> | null, readonly reasons: ReadonlyArray<{ readonly points: number | null, readonly finding: string | null, readonly criterion: { readonly id: string, readonly axis: Axis | null, readonly question: string | null, readonly questionEnglish: string | null, readonly norm: string | null, readonly pointsMax: number | null } | null }> | null, readonly counterReasons: ReadonlyArray<{ readonly points: number | null, readonly finding: string | null, readonly criterion: { readonly id: string, readonly axis: Axis | null, readonly question: string | null, readonly questionEnglish: string | null, readonly norm: string | null, readonly pointsMax: number | null } | null }> | null, readonly counterfactuals: ReadonlyArray<{ readonly distance: number | null, readonly band: Band | null, readonly changes: ReadonlyArray<{ readonly fact: string | null, readonly from: string | null, readonly to: string | null }> | null }> | null, readonly missing: ReadonlyArray<{ readonly fact: string | null, readonly reason: MissingReason | null, readonly criterion: { readonly id: string, readonly question: string | null, readonly questionEnglish: string | null } | null, readonly outcomes: ReadonlyArray<{ readonly state: AssessmentState | null, readonly band: Band | null }> | null }> | null } | null } | null } | null };

export type KeepAssessmentMutationVariables = Exact<{
  input: RecordAssessmentInput;
}>;


export type KeepAssessmentMutation = { readonly recordAssessment: { readonly recordedAssessment: { readonly id: string } | null } | null };

export type OwnEstimateMutationVariables = Exact<{
  input: RecordOwnEstimateInput;
}>;


export type OwnEstimateMutation = { readonly recordOwnEstimate: { readonly case: { readonly caseRef: string } | null } | null };

export type PointFragment = { readonly points: number | null, readonly finding: string | null, readonly criterion: { readonly id: string, readonly axis: Axis | null, readonly question: string | null, readonly questionEnglish: string | null, readonly norm: string | null, readonly pointsMax: number | null } | null };

export const PointFragmentDoc = new TypedDocumentString(`
    fragment Point on Contribution {
  points
  finding
  criterion {
    id
    axis
    question
    questionEnglish
    norm
    pointsMax
  }
}
    `, {"fragmentName":"Point"}) as unknown as TypedDocumentString<PointFragment, unknown>;
export const WorklistDocument = new TypedDocumentString(`
    query Worklist($group: WorklistGroup, $after: String) {
  worklist(first: 50, group: $group, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        group
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
    `) as unknown as TypedDocumentString<WorklistQuery, WorklistQueryVariables>;
export const CaseAssessmentDocument = new TypedDocumentString(`
    query CaseAssessment($caseRef: ID!) {
  catalogue {
    version
    notice
    suspended
  }
  case(caseRef: $caseRef) {
    recordedAssessments {
      id
      recordedOn
      stale
      assessment {
        band
      }
    }
    person {
      assessment {
        status
        state
        band
        at
        expiresOn
        oldestFactOn
        knownWeightPercent
        catalogueVersion
        engineVersion
        inputsHash
        seal
        gates {
          id
          question
          norm
          closed
        }
        reasons {
          ...Point
        }
        counterReasons {
          ...Point
        }
        counterfactuals {
          distance
          band
          changes {
            fact
            from
            to
          }
        }
        missing {
          fact
          reason
          criterion {
            id
            question
            questionEnglish
          }
          outcomes {
            state
            band
          }
        }
      }
    }
  }
}
    fragment Point on Contribution {
  points
  finding
  criterion {
    id
    axis
    question
    questionEnglish
    norm
    pointsMax
  }
}`) as unknown as TypedDocumentString<CaseAssessmentQuery, CaseAssessmentQueryVariables>;
export const KeepAssessmentDocument = new TypedDocumentString(`
    mutation KeepAssessment($input: RecordAssessmentInput!) {
  recordAssessment(input: $input) {
    recordedAssessment {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<KeepAssessmentMutation, KeepAssessmentMutationVariables>;
export const OwnEstimateDocument = new TypedDocumentString(`
    mutation OwnEstimate($input: RecordOwnEstimateInput!) {
  recordOwnEstimate(input: $input) {
    case {
      caseRef
    }
  }
}
    `) as unknown as TypedDocumentString<OwnEstimateMutation, OwnEstimateMutationVariables>;

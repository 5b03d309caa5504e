import type { AssessmentState, Band } from "../subgraphs/scoring/catalogue/Catalogue.ts";

/** Assessment that was kept, as the enclave gets it. All that holds rows together are pseudonyms of the enclave's own. */
export interface FedAssessment {
  readonly person: string;
  readonly assessment: string;
  readonly casePseudonym: string;
  /** Date of the question it was made for. */
  readonly madeOn: string;
  readonly catalogueVersion: string;
  readonly state: AssessmentState;
  /** Null where the state gives none. */
  readonly band: Band | null;
  readonly axisA: number | null;
  readonly axisB: number | null;
  readonly contributions: readonly { readonly criterion: string; readonly points: number }[];
  /** Reduced facts that were known, without the facts behind them. */
  readonly facts: readonly { readonly key: string; readonly value: string }[];
  /** 1 for the latest assessment of its person, and so on. */
  readonly fromLatest: number;
}

/** Band that a person gave. Who it was is not told. */
export interface FedRating {
  readonly casePseudonym: string;
  /** Assessment that it stands beside; null for a case without one. */
  readonly assessment: string | null;
  readonly kind: "BLIND_RATING" | "OWN_ESTIMATE";
  readonly band: Band;
}

/** Decision on admission that took effect. */
export interface FedDecision {
  readonly casePseudonym: string;
  /** Assessment that the person had seen; null for none. */
  readonly assessment: string | null;
  readonly outcome: "ADMIT" | "REJECT";
  /** What the person said of it; null where none was seen. */
  readonly followsBand: boolean | null;
  /** Ids of `decisionGrounds` that the reason speaks of. */
  readonly grounds: readonly string[];
}

/** Groups of a person, by name of `comparisonGroups`. */
export interface FedMember {
  readonly person: string;
  readonly sex: string;
  readonly age: string;
  readonly origin: string;
}

/** All that the enclave knows. It holds groups and no name, and nothing leads from here to a score. */
export interface Feed {
  readonly assessments: readonly FedAssessment[];
  readonly ratings: readonly FedRating[];
  readonly decisions: readonly FedDecision[];
  readonly members: readonly FedMember[];
}

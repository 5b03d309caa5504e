import type { Band } from "../subgraphs/scoring/catalogue/Catalogue.ts";
import type { CompiledCatalogue } from "../subgraphs/scoring/engine/compileCatalogue.ts";
import type { KnownFacts } from "../subgraphs/scoring/engine/knownFacts.ts";
import type { FedAssessment, FedDecision, FedMember, FedRating } from "./Feed.ts";

/** Assessment in which points were counted, with the catalogue that counted them. */
export interface Scored extends FedAssessment {
  readonly band: Band;
  readonly axisA: number;
  readonly axisB: number;
  readonly compiled: CompiledCatalogue;
  readonly known: KnownFacts;
}

/** Decision that somebody made who had seen the assessment. */
export interface Informed extends FedDecision {
  readonly scored: Scored;
}

/** What was recorded, sorted for measuring. Every list is in an order that no pseudonym decides. */
export interface Recorded {
  readonly on: string;
  /** Last day of the assessments that groups are compared by. */
  readonly groupsUntil: string;
  /** The latest assessment of each person. */
  readonly latest: readonly FedAssessment[];
  /** Of those, the ones in which points were counted. */
  readonly scored: readonly Scored[];
  /** All in which points were counted, older ones too. */
  readonly allScored: readonly Scored[];
  /** Ratings with the assessment that each stands beside, where that has a band. */
  readonly ratings: readonly (FedRating & { readonly rated: FedAssessment | null })[];
  readonly decisions: readonly FedDecision[];
  readonly informed: readonly Informed[];
  readonly members: ReadonlyMap<string, FedMember>;
}

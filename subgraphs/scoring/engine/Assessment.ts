import type { AssessmentState, Band } from "../catalogue/Catalogue.ts";
import type { ReducedFactKey } from "../reducedFacts.ts";

/**
 * Why a fact is not known: nobody told it; rows contradict each other; it rests on a day that has not come; or its value is none that
 * the fact can have. Whichever it is, nothing is read into it.
 */
export type MissingReason = "UNKNOWN" | "CONTRADICTORY" | "FUTURE" | "INVALID";

/** What one criterion contributes. */
export interface Contribution {
  /** Id of the criterion. */
  readonly criterion: string;
  readonly points: number;
  /** What was found, in German. */
  readonly finding: string;
  /** Facts it rests on, each as `factId@version`. */
  readonly facts: readonly string[];
}

/** Initial assessment (Initialbewertung): complete in itself, the same bytes for the same facts, date and catalogue. */
export interface Assessment {
  readonly status: "DEMONSTRATION";
  readonly state: AssessmentState;
  /** Null where the state gives none. */
  readonly band: Band | null;
  /** Date of the question. */
  readonly at: string;
  /** Last day on which it may be used. */
  readonly expiresOn: string;
  /** Sum of the contributions to the axis; null unless ASSESSED. */
  readonly axisA: number | null;
  readonly axisB: number | null;
  /** In the order in which they are judged. */
  readonly gates: readonly { readonly id: string; readonly closed: boolean }[];
  /** By criterion; empty unless ASSESSED. */
  readonly contributions: readonly Contribution[];
  /** Facts that are not known. `criterion` null: a gate needs it. */
  readonly missing: readonly {
    readonly criterion: string | null;
    readonly fact: ReducedFactKey;
    readonly reason: MissingReason;
  }[];
  /** Share of the weight that is known, rounded down; null where a gate ended the assessment before. */
  readonly knownWeightPercent: number | null;
  /** Event date of the oldest fact it rests on; null where none is known. */
  readonly oldestFactOn: string | null;
  readonly catalogueVersion: string;
  readonly engineVersion: string;
  /** SHA-256 over facts, date and catalogue, hexadecimal. */
  readonly inputsHash: string;
}

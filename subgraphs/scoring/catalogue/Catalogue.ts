import type { ReducedFactKey } from "../reducedFacts.ts";
import type { bands } from "./bands.ts";

export type Axis = "A" | "B";
export type Band = (typeof bands)[number];
export type AssessmentState = "ASSESSED" | "MINOR" | "OUT_OF_SCOPE" | "LEGAL_EXAMINATION_FIRST" | "INSUFFICIENT_DATA";
export type Height = "low" | "middle" | "high";

/** The same text in German and English. */
export interface Bilingual {
  readonly de: string;
  readonly en: string;
}

/** Cells of one row: S-FEEL unary tests. A fact without a cell may be anything, even unknown. */
export type Cells = { readonly [Key in ReducedFactKey]?: string };

/** Which way a criterion can move its axis: up only, down only, or either. */
export type Direction = "RAISES" | "LOWERS" | "EITHER";

/** Row of a decision table. */
export interface Row {
  readonly when: Cells;
  readonly points: number;
  /** What was found, in German. */
  readonly finding: string;
}

/** Criterion (Kriterium) of one axis. Its rows cover every value of what it reads exactly once, so their order does not matter. */
export interface Criterion {
  /** Stable, for example `C-A1`. */
  readonly id: string;
  readonly axis: Axis;
  readonly question: Bilingual;
  readonly reads: readonly ReducedFactKey[];
  readonly points: readonly Row[];
  /** Most points it can give. */
  readonly cap: number;
  readonly direction: Direction;
  readonly norm: string;
  readonly evidenceSource: string;
  readonly kind: "FACT" | "ASSESSMENT";
  /** First day. */
  readonly since: string;
  /** Last day; null: without end. */
  readonly until: string | null;
  readonly proxyNote: string;
}

/** Gate (Vorprüfung): closed if any of its rows holds. */
export interface Gate {
  readonly id: string;
  readonly question: Bilingual;
  readonly norm: string;
  readonly closes: readonly Cells[];
  /** State of the assessment where this gate is closed. */
  readonly state: AssessmentState;
  readonly band: Band | null;
}

/** The last gate: too little is known. */
export interface SufficientDataGate {
  readonly id: string;
  readonly question: Bilingual;
  readonly norm: string;
  readonly knownWeightPercentMin: number;
}

/** Bands by the heights of both axes. */
export interface Bands {
  readonly thresholds: Readonly<Record<Axis, { readonly middle: number; readonly high: number }>>;
  /** Height of axis A → bands for axis B low, middle, high. */
  readonly matrix: Readonly<Record<Height, readonly [Band, Band, Band]>>;
}

/** Catalogue of criteria (Kriterienkatalog), one immutable version. */
export interface Catalogue {
  readonly version: string;
  /** First day; it is in force until a later version begins. */
  readonly validFrom: string;
  readonly status: "DEMONSTRATION";
  readonly notice: Bilingual;
  /** Roles, at least two, that approved this version before it came into force. */
  readonly approvals: readonly { readonly role: Bilingual; readonly on: string }[];
  /** SHA-256 over the version's files, hexadecimal. */
  readonly hash: string;
  /** In the order in which they are judged. */
  readonly gates: readonly Gate[];
  readonly sufficientData: SufficientDataGate;
  readonly bands: Bands;
  /** By id. */
  readonly criteria: readonly Criterion[];
}

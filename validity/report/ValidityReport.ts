import type { Bilingual } from "../../subgraphs/scoring/catalogue/Catalogue.ts";

/** What the figures of a table are: a number of persons, a share from 0 to 1, a coefficient up to 1, or points. */
export type Measure = "COUNT" | "SHARE" | "COEFFICIENT" | "POINTS";

/**
 * How far a figure holds. THIN: it rests on fewer than its table asks for. SUPPRESSED: fewer than five persons stand behind it, or it would give
 * such a number away. NONE: nothing was recorded that it could rest on, or it does not exist, for example without any variation.
 */
export type FigureState = "SHOWN" | "THIN" | "SUPPRESSED" | "NONE";

/** One figure. `value`, `low`, `high` and `base` are null where the state shows none. */
export interface Figure {
  /** Stable within its table. */
  readonly id: string;
  readonly label: Bilingual;
  readonly value: number | null;
  /** Interval of 95 %; null for a measure that has none. */
  readonly low: number | null;
  readonly high: number | null;
  /** Persons, cases or decisions that it rests on; of groups to the nearest five. */
  readonly base: number | null;
  readonly state: FigureState;
}

/** Table of figures of one measure, drawn as one plot. */
export interface ReportTable {
  /** Stable, for example `sensitivity.points`. */
  readonly id: string;
  readonly title: Bilingual;
  readonly measure: Measure;
  /** Fewest that a figure should rest on; under it, it is THIN. */
  readonly baseMin: number;
  readonly rows: readonly Figure[];
}

export interface ReportSection {
  readonly id: string;
  readonly title: Bilingual;
  /** How the figures are to be read, and what they do not say. */
  readonly explanation: Bilingual;
  readonly tables: readonly ReportTable[];
}

/** What is known of the validity of the assessments that were kept up to a date. It names no person and no case. */
export interface ValidityReport {
  /** Date of the question. */
  readonly on: string;
  /** Last day of the assessments that groups are compared by: the end of the month before. */
  readonly groupsUntil: string;
  readonly engineVersion: string;
  /** Versions of the catalogue that the assessments were made by. */
  readonly catalogueVersions: readonly string[];
  readonly notice: Bilingual;
  readonly sections: readonly ReportSection[];
}

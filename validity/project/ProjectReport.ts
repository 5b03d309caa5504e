/** One row of a table that is drawn as a plot. `value` null: the data do not suffice. */
export interface ProjectRow {
  readonly label: string;
  readonly value: number | null;
  /** Interval of the level that the table names; null for none. */
  readonly low: number | null;
  readonly high: number | null;
  /** How many the value rests on; null: unknown, or not a count. */
  readonly base: number | null;
  /** Why the value is not shown, or what lessens it. Empty: nothing. */
  readonly caveat: string;
}

/** A table with one plot and one file of comma-separated values. */
export interface ProjectTable {
  /** Stable, and the name of its CSV file. */
  readonly id: string;
  readonly title: string;
  /** What the values are, for example `Minuten` or `Anteil in %`. */
  readonly unit: string;
  /** What the interval is, for example `95-%-Intervall (Wilson)`; null: none. */
  readonly interval: string | null;
  /** What the base counts, for example `Bewertungen`. */
  readonly counts: string;
  readonly rows: readonly ProjectRow[];
}

/** A list of sentences without figures, for example open questions with their norms. */
export interface ProjectList {
  readonly title: string;
  readonly items: readonly string[];
}

export interface ProjectSection {
  readonly title: string;
  /** How the figures came about, and what they do not say. */
  readonly text: string;
  readonly tables: readonly ProjectTable[];
  readonly lists: readonly ProjectList[];
}

/** One of the decree's four parts. */
export interface ProjectPart {
  readonly letter: "a" | "b" | "c" | "d";
  readonly title: string;
  readonly sections: readonly ProjectSection[];
}

/** What stands beside every figure of a simulation. */
export interface Simulation {
  readonly seed: number;
  readonly persons: number;
  readonly cases: number;
  readonly assumptions: readonly string[];
}

/** The project report (Projektbericht), German. It names no person and no case. */
export interface ProjectReport {
  readonly from: string;
  readonly to: string;
  /** Null where nothing was simulated. */
  readonly simulation: Simulation | null;
  readonly parts: readonly ProjectPart[];
}

import type { ValidityReport } from "../report/ValidityReport.ts";
import type { Simulation } from "./ProjectReport.ts";

/** Working time of one RRK, step and month, of at least five members of staff. */
export interface WorkingTimeCell {
  readonly rrk: string;
  readonly step: string;
  readonly month: string;
  readonly steps: number;
  readonly minutes: number;
  readonly minutesSquared: number;
}

export interface StatisticsCell {
  readonly row: string;
  readonly column: string;
  /** To the nearest five; null: suppressed. */
  readonly count: number | null;
}

export interface GatheredCriterion {
  readonly id: string;
  readonly question: string;
  readonly norm: string;
  readonly evidenceSource: string;
}

/** All that a report is made of, as those who are entitled to it were told. */
export interface Gathered {
  readonly from: string;
  readonly to: string;
  readonly simulation: Simulation | null;
  readonly validity: ValidityReport;
  /** Months of the period alone. */
  readonly workingTime: readonly WorkingTimeCell[];
  readonly caseStatistics: readonly StatisticsCell[];
  readonly decisionStatistics: readonly StatisticsCell[];
  readonly criteria: readonly GatheredCriterion[];
  /** Refused requests by error code, totals of the data protection officer's self-monitoring. */
  readonly refusals: readonly { readonly code: string; readonly count: number }[];
  /** Answers by the upper bound of their time in milliseconds, from the gateway's own counter. */
  readonly answerTimes: readonly { readonly upTo: number; readonly count: number }[];
  /** Rules of the policy in force, and recorded deviations from the annex to the AZRG-DV. */
  readonly rules: number;
  readonly deviations: number;
  /** RRK, id and name. */
  readonly rrks: readonly { readonly id: string; readonly name: string }[];
  /** What the evaluation of linkage measured, on generated descriptions. */
  readonly linkage: {
    readonly wrong: number;
    readonly links: number;
    readonly asked: number;
    readonly descriptions: number;
  };
}

import type { Interval } from "../../statistics/Interval.ts";
import type { Tally } from "./Outcome.ts";

/** A share with its interval of 95 %; null where there is nothing to take a share of. */
export interface Share {
  readonly hits: number;
  readonly base: number;
  readonly share: number | null;
  readonly interval: Interval | null;
}

/** What a set of descriptions came to. */
export interface Measured {
  readonly descriptions: number;
  readonly tally: Tally;
  /** Right links among links. */
  readonly precision: Share;
  /** Right links among descriptions of persons on file. */
  readonly recall: Share;
  /** Harmonic mean of both. */
  readonly f1: { readonly value: number | null; readonly interval: Interval | null };
  /** Descriptions of persons on file that are linked rightly, or put before a person with the right one among the candidates. */
  readonly found: Share;
  /** Wrong links among links. */
  readonly falseLinks: Share;
  /** Descriptions that a person is asked about. */
  readonly asked: Share;
}

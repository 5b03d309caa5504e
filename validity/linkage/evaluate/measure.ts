import { wilsonInterval } from "../../statistics/wilsonInterval.ts";
import type { Measured, Share } from "./Measured.ts";
import { outcomes, type Tally } from "./Outcome.ts";

/** Measures a tally. */
export function measure(tally: Tally): Measured {
  const descriptions = outcomes.reduce((sum, outcome) => sum + tally[outcome], 0);
  const links = tally.LINK_RIGHT + tally.LINK_WRONG;
  // A wrong link counts among those on file, of whom it may have missed one: recall is no better than this.
  const known = descriptions - tally.ASK_NEW - tally.NEW_RIGHT;
  return {
    descriptions,
    tally,
    precision: shareOf(tally.LINK_RIGHT, links),
    recall: shareOf(tally.LINK_RIGHT, known),
    f1: f1Of(tally.LINK_RIGHT, tally.LINK_WRONG, known - tally.LINK_RIGHT),
    found: shareOf(tally.LINK_RIGHT + tally.ASK_FOUND, known),
    falseLinks: shareOf(tally.LINK_WRONG, links),
    asked: shareOf(tally.ASK_FOUND + tally.ASK_MISSED + tally.ASK_NEW, descriptions),
  };
}

function shareOf(hits: number, base: number): Share {
  if (base === 0) return { hits, base, share: null, interval: null };
  return { hits, base, share: hits / base, interval: wilsonInterval(hits, base) };
}

/**
 * F1 with its interval by F*, which is a share of what was linked or should have been: F* = F / (2 - F).
 *
 * Source: David J. Hand, Peter Christen, Nishadi Kirielle, F*: an interpretable transformation of the F-measure, Machine Learning 110 (2021),
 * pp. 451-456.
 */
function f1Of(right: number, wrong: number, missed: number): Measured["f1"] {
  const base = right + wrong + missed;
  if (base === 0) return { value: null, interval: null };
  const back = (star: number) => (2 * star) / (1 + star);
  const { low, high } = wilsonInterval(right, base);
  return { value: back(right / base), interval: { low: back(low), high: back(high) } };
}

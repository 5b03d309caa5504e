/**
 * Planning values of the staffing forecast. None is measured and none is official: each is to be replaced by the value that the ministries set. They stand
 * here once, and the report prints them.
 */
export const planningValues = {
  /** Minutes a year that a full-time post works on cases and beside them: 41 hours a week, less leave, illness and training. */
  annualMinutes: 95_000,
  /** Allowance for what no step counts: talks, filing, breaks (Verteilzeitzuschlag). */
  allowance: 0.15,
  /** Working days of half a year. */
  workingDays: 125,
  /** Minutes of the split post a measure, at the RRK Münster and at the ZAB Coesfeld each. Never measured: it would be the working time of one identifiable person. */
  splitPostMinutes: 120,
  /** A case is begun within so many working days, in so large a share. */
  serviceDays: [1, 3, 5] as const,
  serviceShare: 0.9,
} as const;

/** Minutes that one post has for cases on a working day. */
export const minutesADay =
  planningValues.annualMinutes / 2 / planningValues.workingDays / (1 + planningValues.allowance);

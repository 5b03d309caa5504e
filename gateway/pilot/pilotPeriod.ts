/** First and last day of the pilot, by the decree. */
export const pilotPeriod = { from: "2026-03-01", to: "2026-08-31" } as const;

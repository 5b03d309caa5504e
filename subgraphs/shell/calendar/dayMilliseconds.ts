/** Length of a day: `Date` reads a day without a time as its beginning in UTC, which knows no summer time. */
export const dayMilliseconds = 86_400_000;

/**
 * First and last day that a fact about somebody alive can name: births, decisions and offences lie after the first, ends and terms before the
 * last. A day outside is a slip of the pen or a stand-in for "unknown" or "for ever", which have null.
 */
export const plausibleDays = { first: "1900-01-01", last: "2199-12-31" } as const;

import type { Way } from "./readCatalogue.ts";

/** What is known of a way, once it has been looked at. */
export interface ReportLine {
  readonly way: Way;
  readonly verdict: "HOLDS" | "OPEN" | "UNCLEAR" | "NOT_PROBED" | "LISTED";
  /** One sentence; empty where the way is only listed. */
  readonly seen: string;
}

/** A report on the ways around. */
export interface Report {
  /** What was looked at, in a sentence. */
  readonly about: string;
  readonly lines: readonly ReportLine[];
}

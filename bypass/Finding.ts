/** What a probe saw. */
export interface Finding {
  /** OPEN: the way leads around; UNCLEAR: what was seen does not tell. */
  readonly verdict: "HOLDS" | "OPEN" | "UNCLEAR";
  /** One sentence. */
  readonly seen: string;
}

/** Yes, no, or not known. */
export type Answer = "YES" | "NO" | "UNKNOWN";

/** Open proceedings (charge or investigation) against a person. */
export interface Proceedings {
  /** Provision that the proceedings are about, for example `§ 223 StGB`; null where it is not known. */
  readonly provision: string | null;
  /** Subsection (Absatz) of it; null where it is not known. */
  readonly subsection?: number | null | undefined;
  /** Of § 115 StGB: whether it applies § 113 (1) StGB accordingly. */
  readonly asSection113Subsection1?: Answer | null | undefined;
}

/** What the need for consent hangs on (§ 72 (4) AufenthG). */
export interface ConsentQuestion {
  readonly proceedings: readonly Proceedings[];
  /** Whether there may be open proceedings beside those. */
  readonly furtherProceedings: Answer;
  /** Whether the provisions were broken several times by different acts. */
  readonly severalActs: Answer;
  /** Whether a criminal complaint by the victim (Strafantrag) was filed. */
  readonly complaintFiled: Answer;
  /** Whether the person is one to be protected under the ZSHG (Zeugenschutz). */
  readonly protectedWitness: Answer;
}

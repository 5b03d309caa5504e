/** Documents that the controller owes: Art. 30 and 35 GDPR, Art. 27 of Regulation (EU) 2024/1689. */
export const processingDocuments = [
  "RECORD_OF_PROCESSING",
  "IMPACT_ASSESSMENT",
  "FUNDAMENTAL_RIGHTS_ASSESSMENT",
] as const;

export type ProcessingDocument = (typeof processingDocuments)[number];

/** What a norm asks for: what the system knows of it, and what a person must judge. German. */
export interface ProcessingDraftSection {
  readonly heading: string;
  readonly norm: string;
  /** Sentences; empty where the system has none. */
  readonly facts: readonly string[];
  /** What is to be judged and filled in; empty where facts are all. */
  readonly blanks: readonly string[];
}

/** Draft of a document. */
export interface ProcessingDraft {
  readonly title: string;
  readonly policyVersion: string;
  readonly sections: readonly ProcessingDraftSection[];
}

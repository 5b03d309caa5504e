/** A table of an answer: every row has a cell for each header. */
export interface AnswerTable {
  /** What the table is of, German; stands above it. */
  readonly caption: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A part of an answer under its own heading. */
export interface AnswerSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly AnswerTable[];
}

/** The answer to a request for access (Auskunft, Art. 15 GDPR), in German, before it is set in pages. */
export interface AnswerDocument {
  readonly title: string;
  /** Office that answers. */
  readonly office: string;
  /** Says that it is a draft; null once it was signed. */
  readonly mark: string | null;
  readonly sections: readonly AnswerSection[];
}

/** What became of a description, held to the truth. */
export const outcomes = [
  /** Linked with the right person, or with another. */
  "LINK_RIGHT",
  "LINK_WRONG",
  /** Put before a person: with the right one among the candidates; without, though on file; or of somebody who is not on file. */
  "ASK_FOUND",
  "ASK_MISSED",
  "ASK_NEW",
  /** Taken for new, rightly; or though on file. */
  "NEW_RIGHT",
  "NEW_WRONG",
] as const;

export type Outcome = (typeof outcomes)[number];
export type Tally = Readonly<Record<Outcome, number>>;

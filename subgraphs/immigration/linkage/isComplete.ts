import type { PersonDescription } from "./PersonDescription.ts";

/** A description by which a file can be opened. */
export interface CompleteDescription extends PersonDescription {
  readonly competentAuthority: string;
}

/** Whether a file can be opened by a description: who is to keep it, and under which law. */
export function isComplete(described: PersonDescription): described is CompleteDescription {
  return described.competentAuthority !== null && described.citizenships.length > 0;
}

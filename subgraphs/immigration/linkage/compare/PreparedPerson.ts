import type { PreparedName } from "../names/PreparedName.ts";

/** A person as comparing needs it: described, or on file. */
export interface PreparedPerson {
  /** Family name first, then name at birth and former names; empty where none is known. */
  readonly familyNames: readonly PreparedName[];
  readonly givenNames: PreparedName | null;
  /** As far as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly dateOfBirth: string | null;
  readonly placeOfBirth: PreparedName | null;
}

/** A person as a message describes it, read and sound: names are in Unicode NFC without space around them, and never empty. */
export interface PersonDescription {
  /** The sender's own reference of this description. */
  readonly reference: string;
  /** File reference under which the sender knows the person. */
  readonly fileRef: string;
  /** Null where there is none or it is not known; never both this and `givenNames`. */
  readonly familyName: string | null;
  readonly givenNames: string | null;
  readonly birthName: string | null;
  readonly formerNames: readonly string[];
  /** As far as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null where nothing is known. */
  readonly dateOfBirth: string | null;
  readonly placeOfBirth: string | null;
  /** ISO 3166-1 alpha-3; empty where none is known. */
  readonly citizenships: readonly string[];
  /** Office id; null where it is not known. */
  readonly competentAuthority: string | null;
}

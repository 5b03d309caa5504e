/** Why a message is not taken. Closed: `schema/shared.graphql`, SupplyReason, says what to do about each. */
export type SupplyReason =
  | "MESSAGE_ID_REUSED"
  | "STALE"
  | "CONTRADICTORY"
  | "ANOTHER_PERSON"
  | "ERASED"
  | "UNKNOWN_TICKET"
  | "UNKNOWN_REFERENCE"
  | "NOT_LABELLED"
  | "INVALID_VALUE";

/**
 * What becomes of a message. Nothing in it hangs on whether the person was known, or is linked yet: what is parked is ACCEPTED or
 * CHANGED like what is written.
 */
export type Ruling =
  | { readonly outcome: "ACCEPTED" | "CHANGED" | "UNCHANGED"; readonly version: number }
  | { readonly outcome: "CONFLICT" | "REFUSED"; readonly reason: SupplyReason; readonly field?: string };

import type { Act } from "./acts.ts";

/** An act and the day on which it is taken. */
export interface PlannedAct {
  readonly day: string;
  readonly act: Act;
  /** Minutes that are stated with it; null: none are. */
  readonly minutes: number | null;
  /** Which member of the staff acts, as a number that is taken modulo how many there are. */
  readonly member: number;
}

/** What is planned to become of a person who is proposed. What the system refuses ends it. */
export interface PlannedCase {
  readonly personRef: string;
  readonly proposer: { readonly office: string; readonly fileRef: string };
  readonly prosecution: string;
  readonly rrk: string;
  /** RRK that takes the case over; null: none. */
  readonly successor: string | null;
  readonly ground: "OFFENCES" | "SOCIAL_CONDUCT";
  /** What the lead makes of it where no band is seen, and where one is seen and not followed. */
  readonly ownOutcome: "ADMIT" | "REJECT";
  readonly followsBand: boolean;
  readonly consentGiven: boolean;
  readonly closingOutcome: "REMOVED" | "LEFT_VOLUNTARILY" | "RESIDENCE_GRANTED" | "NOT_PURSUED";
  /** In the order of their days. */
  readonly acts: readonly PlannedAct[];
}

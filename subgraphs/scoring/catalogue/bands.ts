/** Bands that an assessment can lead to, as the contract's `Band` lists them. */
export const bands = ["PRIORITY", "REGULAR", "NO_PROPOSAL", "LEGAL_EXAMINATION_FIRST"] as const;

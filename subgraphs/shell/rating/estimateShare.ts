/** Share of the proposed cases that are drawn for an own estimate before the score opens. Invented; the one place where it stands. */
export const estimateShare = 0.1;

/** How far two ratings lie apart, each a position on the scale from 0; 0 for the same. */
export type Disagreement = (first: number, second: number) => number;

/** Any two different ratings disagree alike. */
export const nominal: Disagreement = (first, second) => (first === second ? 0 : 1);

/** By steps on the scale. */
export const linear: Disagreement = (first, second) => Math.abs(first - second);

/** By the square of the steps, so that far ratings weigh most. */
export const quadratic: Disagreement = (first, second) => (first - second) ** 2;
